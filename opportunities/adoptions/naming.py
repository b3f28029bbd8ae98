"""What a service is called that is told after an example."""

from itertools import chain, count

from initiatives.models import Initiative
from opportunities.models import Service

LONGEST_NAME = 160  # of a service
HALF = 75


def free_name(service: Service) -> str:
    """The title of the example, with who does it where the municipality has something of that name."""
    title = service.example.title
    names = [title[:LONGEST_NAME], f"{title[:HALF]} ({service.provider.name[:HALF]})"]
    numbered = (f"{title[:HALF]} ({number})" for number in count(2))
    taken = set(
        Service.objects.filter(municipality=service.municipality).values_list(
            "name",
            flat=True,
        )
    )
    return next(name for name in chain(names, numbered) if name not in taken)


def is_named_after(service: Service, example: Initiative) -> bool:
    """Whether it is called as the example is, who does it and a number left aside."""
    return service.name.startswith(example.title[:HALF])
