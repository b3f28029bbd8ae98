"""What a widget makes of a cell."""

NO_TEXT = "Er staat een teken in dat geen tekst is."


def answer(widget, cell):
    """Why a cell is refused, or what it was taken for."""
    try:
        return widget.clean(cell)
    except ValueError as error:
        return str(error)
