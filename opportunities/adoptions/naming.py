"""What a service is called that is told after an example."""

from initiatives.models import Initiative
from opportunities.models import Service

LONGEST_NAME = 160  # of a service
HALF = 75


def free_name(service: Service) -> str:
    """The title of the example, with who does it where the municipality has something of that name."""
    here = Service.objects.filter(municipality=service.municipality)
    taken = set(here.values_list("name", flat=True))
    title = service.example.title
    name = title[:LONGEST_NAME]
    if name not in taken:
        return name
    start = title[:HALF]
    provider = service.provider.name[:HALF]
    name = f"{start} ({provider})"
    number = 2
    while name in taken:
        name = f"{start} ({number})"
        number += 1
    return name


def is_named_after(service: Service, example: Initiative) -> bool:
    """Whether it is called as the example is, who does it and a number left aside."""
    return service.name.startswith(example.title[:HALF])
