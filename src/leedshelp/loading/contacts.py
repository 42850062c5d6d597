"""`contacts.yaml`: documents, contacts and their numbers, hours and bank holidays."""

import re
from collections.abc import Iterable
from datetime import date, time

from leedshelp.loading.fields import Fields
from leedshelp.loading.nodes import Scalar, suggestion
from leedshelp.model import phone
from leedshelp.model.dates import DAYS, first_day
from leedshelp.model.directory import DUTY, Address, Contact, Hours, Window
from leedshelp.model.document import Document
from leedshelp.model.number import Audience, Line, Number, resolved

_MAX_WINDOWS = 14
"""How many windows of one kind a week may have: two on each day."""

# The pattern of an address, and the fault of one that does not match.
_EMAIL = (r"[^@\s]+@[^@\s]+\.[^@\s]+", "is not an e-mail address; write it as name@example.org")
_PAGE = (
    r"([a-z0-9-]+\.)+[a-z]+(/[\w./-]*)?",
    "is not the address of a page; write it as example.org/page, without https://",
)


def facts(root: Fields, today: date | None = None) -> tuple[dict[str, Document], dict[str, Contact], Hours]:
    """The documents and the contacts by their ids, and the hours of Duty and Advice.

    If `today` is given, a document of a later day is refused.
    """
    with root:
        documents = {key: _document(key, fields, today) for key, fields in root.entries("documents")}
        root.report.documents = documents
        contacts, own_hours = {}, {}
        for key, fields in root.entries("contacts"):
            contacts[key] = _contact(key, fields)
            if fields.has("hours"):
                own_hours[key] = _windows(fields, "hours")
        hours = _hours(root)
        of_each = {DUTY: hours} | {
            key: hours._replace(agreed=agreed, disputed=()) for key, agreed in own_hours.items()
        }
        known = {key: contact._replace(hours=of_each.get(key)) for key, contact in contacts.items()}
        return documents, known, hours


def _document(key: str, fields: Fields, today: date | None) -> Document:
    if fields.has("date") and fields.has("not_before"):
        fields.refuse("not_before", "is for a page without a date; keep `date` alone")
    return Document(
        id=key,
        title=fields.text("title"),
        publisher=fields.text("publisher"),
        date=_partial_date(fields, "date", today),
        not_before=_partial_date(fields, "not_before", today),
        address=_matching(fields, *_PAGE) if fields.has("address") else None,
    )


def _partial_date(fields: Fields, name: str, today: date | None) -> str | None:
    """A field that is an ISO date, which may stop at the year or the month; `None` if it is not there."""
    text = fields.optional(name)
    if not text:
        return None
    day = first_day(text)
    if day is None:
        fields.refuse(name, "is not a date; write it as 2026, 2026-11 or 2026-11-21, or take this line out")
        return None
    if today and day > today:
        fields.refuse(name, "is still to come; write the day it was made")
    return text


def _contact(key: str, fields: Fields) -> Contact:
    return Contact(
        id=key,
        name=fields.text("name"),
        helps=fields.text("helps"),
        also=fields.texts("also"),
        otherwise=_otherwise(fields, key) if fields.has("otherwise") else None,
        numbers=_numbers(fields),
        email=_address(fields, "email", *_EMAIL) if fields.has("email") else None,
        form=_address(fields, "form", *_PAGE) if fields.has("form") else None,
    )


def _otherwise(contact: Fields, key: str) -> str:
    otherwise = contact.reference("otherwise", "contact")
    if otherwise == key:
        contact.refuse("otherwise", "is this contact itself; name another, or leave it out")
    return otherwise


def _address(contact: Fields, name: str, pattern: str, fault: str) -> Address:
    """A field with an address and its sources; `fault` is that of an address of another pattern."""
    with contact.fields(name) as fields:
        return Address(_matching(fields, pattern, fault), fields.documents("sources"))


def _matching(fields: Fields, pattern: str, fault: str) -> str:
    """The field `address`, whose text is to match a pattern."""
    address = fields.text("address")
    if address and not re.fullmatch(pattern, address):
        fields.refuse("address", fault)
    return address


def _numbers(contact: Fields) -> tuple[Number, ...]:
    """A contact's numbers: each written once, an old one below the one that took its place."""
    numbers: dict[str, Number] = {}
    replaced = []
    for fields in contact.items("numbers"):
        number = _number(fields)
        if number.text and any(phone.same(number.text, other) for other in numbers):
            fields.refuse("number", "is here already; keep one of the two")
        numbers.setdefault(number.text, number)
        replaced += [(node, len(numbers)) for node in _replaces(fields)]
    for node, position in replaced:
        below = list(numbers)[position:]
        if node.text in list(numbers)[position - 1 : position]:
            contact.report.add(node, "is the new number itself; write the old one here, or take it out")
        elif node.text not in numbers:
            what = "is not a number of this contact; write it below as one, or correct the digits here"
            contact.report.add(node, what)
        elif node.text not in below:
            contact.report.add(node, "is the old number; put it below the one that replaces it")
    return resolved(numbers.values())


def _number(fields: Fields) -> Number:
    node = fields.scalar("number")
    if node.text and (fault := phone.fault(node.text)):
        fields.refuse("number", fault)
    sources = fields.references("sources", "document")
    options = list(fields.pairs("options")) if fields.has("options") else []
    for document, _ in options:
        if sources and document.text not in sources:
            what = f"is not one of this number's sources; {suggestion(document.text, sources)}"
            fields.report.add(document, what)
    return Number(
        text=node.text,
        line=fields.choice("line", Line),
        audience=fields.choice("for", Audience) if fields.has("for") else None,
        options={document.text: option.text for document, option in options},
        documents=fields.report.known(sources),
        replaces=tuple(node.text for node in _replaces(fields)),
        callers=fields.optional("callers"),
    )


def _replaces(number: Fields) -> list[Scalar]:
    """The old numbers whose place a number took; there may be none."""
    return number.scalars("replaces") if number.has("replaces") else []


def _hours(root: Fields) -> Hours:
    with root.fields("hours") as hours, root.fields("bank_holidays") as holidays:
        holidays.references("sources", "document")
        start, end = holidays.day("known_from"), holidays.day("known_until")
        days = {}
        for key, name in holidays.pairs("days"):
            if not (day := holidays.day_of(key)):
                continue
            days[day] = name.text
            if start and end and not start <= day <= end:
                what = "is not between `known_from` and `known_until`; move one of them, or take this day out"
                holidays.report.add(key, what)
        agreed = _windows(hours, "agreed")
        return Hours(
            agreed=agreed,
            disputed=_windows(hours, "disputed", agreed) if hours.has("disputed") else (),
            bank_holidays=days,
            known_from=start or date.min,
            known_until=end or date.max,
            reviewed=root.report.review.day if root.report.review else date.min,
        )


def _windows(hours: Fields, name: str, agreed: Iterable[Window] = ()) -> tuple[Window, ...]:
    """The windows that the documents agree about, or the "disputed" ones, each of which needs a reason.

    A disputed window that overlaps an `agreed` one is refused: it would say nothing there.
    """
    windows = tuple(
        _window(item, item.text("why") if name == "disputed" else "", agreed) for item in hours.items(name)
    )
    if len(windows) > _MAX_WINDOWS:
        what = f"has more than {_MAX_WINDOWS} items; join days with the same hours, as Monday to Thursday"
        hours.refuse_whole(name, what)
    return windows


def _window(fields: Fields, why: str, agreed: Iterable[Window]) -> Window:
    opens, closes = fields.clock("from"), fields.clock("to")
    if opens and closes and opens >= closes:
        fields.refuse("to", "is not later than `from`; write the time at which these hours end")
    window = Window(
        days=_days(fields),
        opens=opens or time.min,
        closes=closes or time.max,
        why=why,
        documents=fields.documents("sources") if fields.has("sources") else (),
    )
    if not fields.report.problems and any(map(window.overlaps, agreed)):
        fields.refuse("from", "overlaps hours under `agreed`; leave there only what every document gives")
    return window


def _days(fields: Fields) -> range:
    """A field with weekdays in words, "Friday" or "Monday to Thursday", as numbers; Monday is 0."""
    text = fields.scalar("days").text
    first, _, last = text.partition(" to ")
    if first in DAYS and (last or first) in DAYS[DAYS.index(first) :]:
        return range(DAYS.index(first), DAYS.index(last or first) + 1)
    if text:
        fields.refuse("days", "is not a run of days; write Friday, or Monday to Thursday")
    return range(1)
