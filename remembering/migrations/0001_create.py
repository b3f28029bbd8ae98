from django.db import migrations, models

from remembering.triggers import version_functions

KINDS = [('content', 'inhoud'), ('places', 'plaatsen bij bijeenkomsten')]


class Migration(migrations.Migration):

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name='ContentVersion',
            fields=[
                ('kind', models.CharField(choices=KINDS, max_length=20, primary_key=True, serialize=False, verbose_name='soort')),
                ('version', models.UUIDField(verbose_name='versie')),
            ],
            options={
                'verbose_name': 'versie van de inhoud',
                'verbose_name_plural': 'versies van de inhoud',
            },
        ),
        migrations.CreateModel(
            name='UncommittedChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=KINDS, max_length=20, verbose_name='soort')),
                ('transaction', models.CharField(max_length=20, verbose_name='transactie')),
            ],
            options={
                'verbose_name': 'wijziging onderweg',
                'verbose_name_plural': 'wijzigingen onderweg',
                'constraints': [
                    models.UniqueConstraint(
                        fields=('transaction', 'kind'),
                        name='remembering_change_once',
                        violation_error_message='Deze wijziging is al genoteerd.',
                    )
                ],
            },
        ),
        *version_functions(),
    ]
