"""What can be done with the rows of a list, on the page of one row too."""


class RowActions:
    """A list whose own actions stand on the page of a row: who reads it there decides there.

    The buttons send what ticking that row in the list would send, so that an action is written and allowed once.
    """

    change_form_outer_before_template = "admin/_row_actions.html"

    def render_change_form(self, request, context, *args, **kwargs):
        context["row_actions"] = self.row_actions(request)
        return super().render_change_form(request, context, *args, **kwargs)

    def row_actions(self, request):
        """``(name, words)`` of the actions that the list declares itself and this user may take."""
        own = []
        for _function, name, words in self.get_actions(request).values():
            if name in self.actions:
                own.append((name, words))
        return own
