"""The drill where uploaded files are in a bucket: what is put back is what was there, and nothing else stays."""

import pytest

from tests import templates
from tests.backup.sites import Site
from tests.bucket import empty_bucket
from tests.documents import write_documents
from tests.factories import ThemeFactory

pytestmark = pytest.mark.postgresql


@pytest.fixture(scope="module")
def bucket():
    with empty_bucket() as bucket:
        yield bucket


@pytest.fixture(scope="module")
def site(bucket, tmp_path_factory, django_db_setup, django_db_blocker):
    """A site with a theme and two files; ``site.file``: its back-up."""
    site = Site("bucket", tmp_path_factory.mktemp("bucket"), **bucket.environment)
    bucket.put("fotos/2026/foto.jpg", "foto van toen")
    bucket.put("plan.pdf", "plan van toen")
    site.make(ThemeFactory, django_db_blocker)
    site.make(write_documents, django_db_blocker)
    site.manage("backup")
    [site.file] = (site.folder / "backups").iterdir()
    yield site
    templates.drop(site.name)


def test_files_of_a_bucket_come_back_and_later_ones_go(site, bucket):
    tables, _ = site.state()
    then = bucket.files()
    site.tell("UPDATE initiatives_theme SET name = name || '!'")
    bucket.put("plan.pdf", "ander plan")
    bucket.put("later.jpg", "later")
    bucket.client.delete_object(Bucket=bucket.name, Key="fotos/2026/foto.jpg")

    site.manage("restore", str(site.file), "--no-input", "--zonder-backup")

    assert then == {"fotos/2026/foto.jpg": b"foto van toen", "plan.pdf": b"plan van toen"}
    assert (bucket.files(), site.state()[0]) == (then, tables)


def test_a_restore_that_fails_leaves_the_old_files(site, bucket):
    bucket.put("later.jpg", "later")
    before = bucket.files()
    site.tell("CREATE TABLE in_the_way (id int); CREATE SCHEMA before_restore")

    restoring = site.start_restoring(site.file)
    _, reason = restoring.communicate()
    site.tell("DROP TABLE in_the_way; DROP SCHEMA before_restore")

    assert "alles is nog zoals het was" in reason
    assert bucket.files() == before
