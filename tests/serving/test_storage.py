"""Files that are kept in whole or not at all."""

import os
import time

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from serving.storage import HALF, HALF_FOR
from serving.tasks import forget_half_files


def test_files_that_nobody_finished_go_after_a_day():
    whole = default_storage.path(default_storage.save("heel.txt", ContentFile(b"heel")))
    old, fresh = [default_storage.path(f"{HALF}{name}") for name in ("oud", "nieuw")]
    for path in (old, fresh):
        with open(path, "wb") as half:
            half.write(b"half")
    for path in (whole, old):
        os.utime(path, (time.time() - HALF_FOR - 1,) * 2)

    forget_half_files(timestamp=0)

    assert [os.path.exists(path) for path in (whole, old, fresh)] == [True, False, True]
