"""The times that an advice names, in words: when it is, when a line opens, and when something is due."""

from datetime import datetime

from leedshelp.model.dates import soon_in_words
from leedshelp.model.directory import Hours
from leedshelp.triage import in_words
from leedshelp.triage.deadlines import contact_form, opening, reply, ring_again


class Times:
    """The times after a moment, a London time; `hours` are those of Duty and Advice."""

    def __init__(self, moment: datetime, hours: Hours) -> None:
        self._moment = moment
        self._hours = hours

    @property
    def when(self) -> str:
        """The moment itself."""
        return in_words.moment_and_zone(self._moment)

    def opens(self, hours: Hours | None = None) -> str:
        """When a line can be rung that has these hours, or those of Duty and Advice."""
        return in_words.due(opening(self._moment, hours or self._hours), self._moment)

    def deadlines(self) -> dict[str, str]:
        """When the Contact form and the reply to a call are due, and when to ring again without a reply."""
        return {
            "form_by": in_words.due(contact_form(self._moment, self._hours), self._moment),
            "reply_by": in_words.due(reply(self._moment, self._hours), self._moment),
            "again": soon_in_words(ring_again(self._moment, self._hours), self._moment),
        }
