from django.db import migrations, models

from history.migrating import Together


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0001_initial'),
    ]

    operations = [
        Together(
            [
                migrations.RemoveConstraint(
                    model_name='searchdocument',
                    name='search_document_withdrawn_is_empty',
                ),
                migrations.AddField(
                    model_name='searchdocument',
                    name='meaning',
                    field=models.BinaryField(db_default=b'', default=b''),
                ),
                migrations.AddIndex(
                    model_name='searchdocument',
                    index=models.Index(condition=models.Q(('is_public', True), ('meaning', b'')), fields=['id'], name='search_without_meaning'),
                ),
                migrations.AddConstraint(
                    model_name='searchdocument',
                    constraint=models.CheckConstraint(condition=models.Q(('is_public', True), models.Q(('card', {}), ('codes', []), ('meaning', b''), ('text', ''), ('title', ''), ('words_digest', '')), _connector='OR'), name='search_document_withdrawn_is_empty', violation_error_message='Van wat niet openbaar is, blijft niets vindbaar.'),
                ),
            ]
        ),
        # beside the row, and so that its first bytes can be read without the others
        migrations.RunSQL(
            'ALTER TABLE search_searchdocument ALTER COLUMN meaning SET STORAGE EXTERNAL', migrations.RunSQL.noop
        ),
    ]
