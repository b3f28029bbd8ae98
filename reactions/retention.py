"""What is kept of who reacts, and of who was mailed a question."""

from retention.schedule import Basis, Own, keep

from .models import AskedPerson, Reaction


def forget_reactions(*, now):
    """Deleted by who wrote it, or at night when its term is over; the e-mail address goes before the rest."""
    Reaction.objects.past_term(now).delete()
    Reaction.objects.with_address_past_term(now).update(email="")


def forget_asked_people(*, now):
    """Deleted at night, half a year after the question; two years after somebody wanted no more of them."""
    AskedPerson.objects.past_term(now).delete()


keep(
    "Een reactie die je op de site zet: je naam zoals je die schrijft, je functie als je die invult, je tekst en je "
    "e-mailadres; dat adres zien alleen curatoren",
    why="Om je reactie te laten zien, je het antwoord te mailen en je haar te laten veranderen",
    basis=Basis.REQUEST,
    how_long="Je e-mailadres twee jaar, de rest vijf jaar, of tot je je reactie intrekt; bevestig je haar niet, dan "
    "een week; plaatsen we haar niet, dan 30 dagen",
    tables=(Reaction,),
    own=(Own(Reaction, "email", ("kind", "name", "job_title", "text", "written_at")),),
    forget=forget_reactions,
)
keep(
    "Je e-mailadres als we je een vraag van een lezer mailen, omdat je het voorbeeld of de bijeenkomst kent",
    why="Om je met een druk te laten antwoorden, en je niet meer te mailen als je dat niet wilt",
    basis=Basis.INTEREST,
    how_long="Een half jaar na de vraag; wil je geen vragen meer, dan twee jaar",
    tables=(AskedPerson,),
    own=(Own(AskedPerson, "email", ("question", "asked_at", "declined_at")),),
    forget=forget_asked_people,
)
