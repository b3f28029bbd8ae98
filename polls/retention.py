"""What is kept of who votes: nothing that says who it is. A motive is free text, so it is in the schedule."""

from retention.schedule import Basis, holds_nothing_personal, keep

from .models import Poll, Vote

keep(
    "Een stem in een peiling, met je motief als je dat schrijft; zonder naam, e-mailadres of internetadres",
    why="Om te laten zien hoeveel mensen het eens of oneens zijn, en waarom",
    basis=Basis.INTEREST,
    how_long="Zolang de peiling op de site staat",
    tables=(Vote,),
    goes="Goes with the poll.",
)
holds_nothing_personal(Poll)
