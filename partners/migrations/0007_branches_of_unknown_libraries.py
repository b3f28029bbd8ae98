from django.db import migrations, models
from django.db.models.deletion import CASCADE, DO_NOTHING

from history.migrating import Together

HELP = 'Laat leeg als niet bekend is van welke bibliotheek deze vestiging is.'


class Migration(migrations.Migration):
    dependencies = [
        ('partners', '0006_invited_on'),
    ]

    operations = [
        Together(
            [
                migrations.AlterField(
                    model_name='branch',
                    name='library',
                    field=models.ForeignKey(
                        blank=True, help_text=HELP, null=True, on_delete=CASCADE, related_name='branches',
                        to='partners.library', verbose_name='bibliotheek',
                    ),
                ),
                migrations.AlterField(
                    model_name='branchevent',
                    name='library',
                    field=models.ForeignKey(
                        blank=True, db_constraint=False, help_text=HELP, null=True, on_delete=DO_NOTHING,
                        related_name='+', related_query_name='+', to='partners.library', verbose_name='bibliotheek',
                    ),
                ),
                migrations.AddConstraint(
                    model_name='branch',
                    constraint=models.CheckConstraint(
                        condition=models.Q(('library__isnull', False), ('municipality__isnull', False), _connector='OR'),
                        name='branch_is_somewhere',
                        violation_error_message='Vul een bibliotheek of een gemeente in.',
                    ),
                ),
            ]
        ),
    ]
