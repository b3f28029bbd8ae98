"""Addresses of the curators' pages that belong to no single list."""

from django.contrib import admin
from django.urls import path

from events.organiser.check_in import check_in_by_code
from initiatives.shared_file_views import shared_file, shared_file_content
from initiatives.views import attached_file
from opportunities.reading.queue_views import policy_queue
from opportunities.reading.views import policy_reading

from . import doubles_views, merge_views, step_run_views, views

app_name = "curator"
PAGES = {
    "statistiek/": (views.statistics, "statistics"),
    "statistiek/csv/": (views.statistics_csv, "statistics_csv"),
    "dubbelen/": (doubles_views.doubles, "doubles"),
    "dubbelen/<slug:kind>/<int:one>/<int:other>/": (doubles_views.compare, "compare"),
    "dubbelen/samengevoegd/<int:pk>/": (merge_views.merged, "merged"),
    "veel-tegelijk/<int:pk>/": (step_run_views.step_run, "step_run"),
    "mislukt/": (views.failed_tasks, "failed_tasks"),
    "mail/": (views.work_mail, "work_mail"),
    "rollen/": (views.roles, "roles"),
    "gezondheid/": (views.health, "health"),
    "beleid/": (policy_queue, "policy_queue"),
    "beleid/<int:pk>/lezen/": (policy_reading, "policy_reading"),
    "inchecken/<slug:code>/": (check_in_by_code, "check_in"),
    "meegestuurd/<int:pk>/": (shared_file, "shared_file"),
    "meegestuurd/<int:pk>/bestand/": (shared_file_content, "shared_file_content"),
    "bestanden/<path:name>": (attached_file, "attached_file"),
}
urlpatterns = [
    path(address, admin.site.admin_view(view), name=name)
    for address, (view, name) in PAGES.items()
]
