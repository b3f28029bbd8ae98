"""What is wrong with several fields of a form together, said at one of them."""

from django.core.exceptions import NON_FIELD_ERRORS

from accounts import kinds


class MistakesAtFields:
    """A model form that says at a field what breaks a rule over several; Django says it above the form."""

    def _post_clean(self):
        super()._post_clean()
        offered = []
        for field in self.visible_fields():
            offered.append(field.name)
        for rule in kinds.constraints_of(self.instance):
            if self.has_error(NON_FIELD_ERRORS) and rule_is_broken(rule, self):
                name = kinds.field_to_mend(rule, self.instance, offered)
                if name:
                    self._say_at(name, rule.violation_error_message)

    def _say_at(self, name, sentence):
        """Say this at a field, and no longer above the form."""
        above = self.errors[NON_FIELD_ERRORS]
        above.data = [error for error in above.data if error.message != sentence]
        if not above.data:
            del self.errors[NON_FIELD_ERRORS]
        self.add_error(name, sentence)


def rule_is_broken(rule, form):
    """Whether a form is refused with the sentence of this rule."""
    return rule.violation_error_message in form.non_field_errors()
