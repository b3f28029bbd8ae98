"""A filter of a list: only what one import wrote."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from accounts import kinds

from .models import ImportRow, ImportRun

BY_IMPORT = "import"
MOST_OFFERED = 5
LONGEST_NUMBER = 18  # digits
WRITTEN = (ImportRow.Outcome.NEW, ImportRow.Outcome.CHANGED)


class ImportFilter(admin.SimpleListFilter):
    """The rows that one of the last imports of this list made or changed."""

    title = "import"
    parameter_name = BY_IMPORT

    def lookups(
        self,
        request: HttpRequest,
        model_admin: admin.ModelAdmin,
    ) -> list[tuple[str, str]]:
        visible = ImportRun.objects.visible_to(request.user)
        done = visible.filter(
            model=model_admin.opts.label_lower,
            state=ImportRun.State.DONE,
        )
        lookups = []
        for run in done[:MOST_OFFERED]:
            lookups.append((str(run.pk), str(run)))
        return lookups

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        number = self.value()
        if not number:
            return queryset
        if not number.isdecimal() or len(number) > LONGEST_NUMBER:
            return queryset.none()
        visible = ImportRun.objects.visible_to(request.user)
        runs = visible.filter(
            pk=number,
            model=kinds.label_of(queryset.model),
        )
        rows = ImportRow.objects.filter(
            run__in=runs,
            outcome__in=WRITTEN,
            object_id__isnull=False,
        )
        return queryset.filter(pk__in=rows.values("object_id"))
