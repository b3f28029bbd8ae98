"""How far an entry is, and whether that still holds."""

from initiatives.cards import end_of_confirmation, freshness_of
from initiatives.choices import Freshness, Phase
from initiatives.phases import phase_in_words


class Confirmable:
    """What an entry with a phase and a confirmation says of them to readers."""

    @property
    def has_stopped(self):
        """Whether it is over."""
        return self.phase == Phase.STOPPED

    def phase_on(self, today):
        """How far it is, in words that hold on that day."""
        return phase_in_words(
            self.phase,
            self.get_phase_display(),
            self.year,
            self.confirmed_on,
            today,
        )

    @property
    def confirmed_until(self):
        """The day on which a confirmation ends, as ISO text; empty where nobody confirmed it, far away without end."""
        return end_of_confirmation(self.confirmed_on, self.next_check_on)

    def freshness_on(self, today):
        """How far the reader can trust that this is still so."""
        freshness = freshness_of(self.has_stopped, self.confirmed_until, today)
        return Freshness(freshness)
