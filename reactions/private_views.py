"""The pages behind the links in mails: of who wrote something, and of who was asked."""

from django.shortcuts import redirect
from django.utils import timezone

from visitors.private_pages import kept_private

from .actions import change, confirm, decline, withdraw, write_from_mail
from .forms import WrittenForm
from .links import asked_of, decliner_of, own_path, reaction_of
from .subjects import is_on_the_site
from .views import answer_to, page


@kept_private("GET", "HEAD", "POST")
def reaction_detail(request, token):
    """What somebody wrote: to confirm, change or withdraw with a press, since mail programs open links themselves."""
    reaction = reaction_of(token)
    if reaction is None:
        return page(request, "gone.html", status=410)
    if request.method != "POST":
        return own_page(
            request,
            reaction,
            WrittenForm(instance=reaction),
        )
    if "bevestig" in request.POST:
        confirm(reaction=reaction, now=timezone.now())
        return redirect(request.path)
    if "trek-in" in request.POST:
        withdraw(reaction=reaction)
        return page(request, "withdrawn.html", reaction=reaction)
    return change_words(request, reaction, token)


def change_words(request, reaction, token):
    """Keep other words, where they are right."""
    form = WrittenForm(request.POST, instance=reaction)
    if not form.is_valid():
        return own_page(request, reaction_of(token), form, status=422)
    change(
        reaction=form.save(commit=False),
        now=timezone.now(),
    )
    return redirect(f"{request.path}?bewaard=1")


def own_page(request, reaction, form, status=200):
    """How it stands, and the form to change it."""
    context = {
        "reaction": reaction,
        "form": form,
        "is_kept": request.method == "GET" and "bewaard" in request.GET,
        "is_on_the_site": is_on_the_site(reaction),
    }
    return page(
        request,
        "reaction_detail.html",
        status=status,
        **context,
    )


@kept_private("GET", "HEAD", "POST")
def question_answer(request, token):
    """Answer a question from the mail that asked it."""
    person = asked_of(token)
    if person is None or not is_on_the_site(person.question):
        return page(request, "gone.html", status=410)
    question = person.question
    context = {"question": question, "subject": question.about, "person": person}
    if request.method != "POST":
        return page(request, "reaction_form.html", form=WrittenForm(), **context)
    form = WrittenForm(
        request.POST,
        instance=answer_to(question),
    )
    if not form.is_valid():
        return page(request, "reaction_form.html", status=422, form=form, **context)
    answer = form.save(commit=False)
    if not form.is_from_robot:
        write_from_mail(
            answer=answer,
            person=person,
            now=timezone.now(),
        )
        return redirect(own_path(answer))
    return redirect(question.about)


@kept_private("GET", "HEAD", "POST")
def question_decline(request, token):
    """Mail no more questions: one press for people, one request for a mail program, without cookies (RFC 8058)."""
    person = decliner_of(token)
    if person is None:
        return page(request, "gone.html", status=410)
    is_done = request.method == "POST"
    if is_done:
        decline(person=person, now=timezone.now())
    return page(
        request,
        "question_decline.html",
        person=person,
        is_done=is_done,
    )
