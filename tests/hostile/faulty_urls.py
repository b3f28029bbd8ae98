"""Pages with every fault that hostile requests look for."""

from django.http import HttpResponse
from django.urls import path

from contact.models import Message


def broken(request):
    return HttpResponse(int(request.GET["nummer"]))


def writes_and_refuses(request):
    Message.objects.create(page="/", text="Toch bewaard")
    return HttpResponse('<html lang="nl">Bieb Netwerk', status=400)


def english(request):
    return HttpResponse('<html lang="nl">Bieb Netwerk: Bad Request', status=400)


def not_ours(request):
    return HttpResponse("nee", status=404)


urlpatterns = [
    path("stuk/", broken),
    path("schrijft/", writes_and_refuses),
    path("engels/", english),
    path("van-een-ander/", not_ours),
]
