"""The facts of Leeds as the data gives them, and what is worked out from them."""

from collections.abc import Iterator

import pytest

from leedshelp.model.directory import Directory
from leedshelp.model.document import Document, Standing
from leedshelp.model.errors import LAST_RESORT
from leedshelp.model.number import Number
from leedshelp.triage import in_words
from tests.conftest import ROOT, ids


def facts(directory: Directory) -> Iterator[str]:
    """The lines of `leeds.txt`, made from the data: every tier, contact, number and document in its order."""
    for key, tier in directory.tiers.items():
        yield f"# {key}: {tier.name}"
        yield f"starter: {directory.contacts[tier.starter].name}"
        yield from (f"service: {service.full_name}" for service in tier.services)
        yield from (f"person: {person.name}" for person in tier.talk_to)
        yield ""
    yield from (
        "# Numbers: whose it is, the line, who may ring it, the menu option last seen, standing, documents",
        "",
    )
    for contact in directory.contacts.values():
        for number in contact.numbers:
            yield f"{number.text}: {contact.name}"
            yield f"  {', '.join(about(number))}"
            # Every document about danger has 999: it is no fact of Leeds where it was read.
            yield from [f"  {' '.join(ids(number.documents))}"] if number.text != "999" else []
            yield ""
    yield from ("# Documents, each with what is known of its date, and its address", "")
    for key, document in directory.documents.items():
        yield f"{key}: {in_words.referenced(document)}"


def about(number: Number) -> Iterator[str]:
    """The line of a number, who may ring it, the menu option last seen, and its standing."""
    yield number.line
    if who := number.callers or number.audience:
        yield f"for {who}"
    if menu := in_words.menu(number):
        yield menu.removesuffix(" when last seen; listen to the menu")
    yield number.standing


def test_the_data_is_exactly_the_facts_that_were_copied_by_hand(leeds: Directory) -> None:
    """In the order of the documents, and nothing besides."""
    heading, _, *copied = (ROOT / "tests" / "model" / "leeds.txt").read_text(encoding="utf-8").splitlines()
    assert "copied from the documents by hand" in heading
    assert list(facts(leeds)) == copied


def test_the_email_of_the_lscp_office_has_its_source(leeds: Directory) -> None:
    email = leeds.contacts["lscp-office"].email
    assert email is not None
    assert (email.address, ids(email.documents)) == ("lscp.info@leeds.gov.uk", ("lscp-concerns-resolution",))


def test_the_number_to_ring_is_never_one_that_was_replaced(leeds: Directory) -> None:
    """The Emergency Duty Team has had three numbers, and only the newest is rung."""
    edt = leeds.contacts["emergency-duty-team"]
    newer, *older = edt.numbers
    assert edt.to_ring == (newer,)
    assert newer.replaces == tuple(number.text for number in older)
    assert [number.replaced_by for number in edt.numbers] == [None, newer, newer]


def test_a_standing_in_words_names_its_document_and_date(leeds: Directory) -> None:
    def standing(contact_id: str, position: int = 0) -> str:
        return in_words.standing(leeds.contacts[contact_id].numbers[position])

    assert standing("lado") == (
        'Last seen in "One minute guide: LADO", undated; written in July 2018 or later.'
    )
    assert standing("early-help-assessment").startswith(
        'Unconfirmed: last seen in "Right conversation, right people, right time", 2015.'
    )
    assert standing("emergency-duty-team", 1) == (
        "Old number: a newer one was in use by October 2020. Do not ring it."
    )
    assert standing("lado", 1) == "Old number: a newer one has taken its place. Do not ring it."


def test_a_menu_option_is_the_one_last_seen(leeds: Directory) -> None:
    """Option 3 in 2015, option 2 in the latest page: the latest is given, with a warning."""
    duty = leeds.contacts["duty-and-advice"].number
    assert duty.options == {
        "leeds-2015": "option 3",
        "lscp-practitioners": "option 2",
        "transition-guide": "option 3",
    }
    assert in_words.menu(duty) == "option 2 when last seen; listen to the menu"
    assert in_words.menu(leeds.contacts["lado"].number) is None


def test_every_unconfirmed_number_has_a_confirmed_one_to_turn_to(leeds: Directory) -> None:
    """The early-help numbers of 2013 and 2015 lead on to the Family Hubs."""
    for contact in leeds.contacts.values():
        if contact.number.standing is Standing.UNCONFIRMED:
            assert [team.id for team in leeds.with_otherwise(contact)] == [contact.id, "family-hubs"]


@pytest.mark.parametrize(
    ("date", "not_before", "dated", "is_old"),
    [
        ("2013", None, "2013", True),
        ("2015-12-31", None, "31 December 2015", True),
        ("2016", None, "2016", False),
        ("2020-10", None, "October 2020", False),
        (None, "2018-07", "undated; written in July 2018 or later", False),
        (None, None, "undated", False),
    ],
)
def test_a_document_is_dated_by_itself_or_by_what_its_text_allows(
    date: str | None, not_before: str | None, dated: str, is_old: bool
) -> None:
    """A page without a date never looks as if it had one."""
    document = Document("page", "A page", "Somebody", date, not_before)
    assert (document.dated, document.is_old) == (dated, is_old)


def test_the_last_resort_is_what_the_data_says(leeds: Directory) -> None:
    """The only numbers typed in code are the data's own."""
    known = [leeds.contacts[key] for key in ("emergency-services", "duty-and-advice", "emergency-duty-team")]
    assert [(contact.name, contact.number.text) for contact in known] == list(LAST_RESORT)
