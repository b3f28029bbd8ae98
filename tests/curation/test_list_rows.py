"""Every list of the room has rows of the same kind."""

from django.contrib import admin


def test_every_list_of_ours_has_our_rows():
    other = []
    for model, listed in admin.site._registry.items():
        is_ours = model._meta.app_label not in ("auth", "procrastinate", "axes")
        if is_ours and listed.change_list_template != "admin/curated_change_list.html":
            other.append(model)

    assert other == []
