"""Which texts of an agency's own could be taken for a team; `test_spelling` has more ways to spell one."""

import pytest

from leedshelp.model.directory import Directory
from leedshelp.own.teams import team_in

FIELDS = ("name", "title", "agency", "hours", "source")

DUTY, EDT, LADO = "Duty and Advice Team", "Children's Emergency Duty Team (EDT)", "LADO"
DANGER, HUBS = "Emergency services", "Family Hubs (early help)"

# Refused in every field but a source, which tells where a number was read.
ANYWHERE = {
    EDT: [
        *("EDT", "edt", "The EDT", "EDTs", "EDT's", "E.D.T.", "E D T", "e-d-t", "E_D_T", "3DT", "Sam (EDT)"),
        *(
            "Emergency Duty Team",
            "emergency duty",
            "EMERGENCY-DUTY-TEAM",
            "Emergency  Duty",
            "Emergency/Duty",
        ),
        *("Children's Emergency Duty Team", "Childrens Emergency Duty Team (EDT)", "After 5, then EDT"),
        "\N{CYRILLIC CAPITAL LETTER IE} D \N{CYRILLIC CAPITAL LETTER TE}",
        "E\N{COMBINING LONG STROKE OVERLAY}D\N{COMBINING LONG STROKE OVERLAY}T",
    ],
    DUTY: [
        *("Duty and Advice Team", "Duty and Advice", "the duty and advice team", "DUTY AND ADVICE"),
        *("Duty & Advice", "Duty&Advice", "Duty+Advice", "Duty/Advice", "Duty, Advice", "Duty Advice"),
        *("Duty n Advice", "DutyAndAdvice", "Duty_and_Advice", "Duty-and-Advice", "Duty and Advices"),
        *("Duty and Adv1ce", "D&A", "D & A team", "D+A", "D and A", "D/A", "Leeds Duty and Advice"),
        *("Sam of Duty and Advice", "Duty and Advice, new number"),
        "Duty and Adv\N{LATIN SMALL LETTER I WITH ACUTE}ce",
    ],
    LADO: ["LADO", "lado", "The LADO", "LADOs", "L.A.D.O.", "LAD0", "Leeds LADO", "LADO, new number"],
    DANGER: ["Emergency services", "The Emergency Services", "emergency service", "EMERGENCY-SERVICES"],
}

# Refused as the name or the title of a person only: an agency may be called so.
OF_A_PERSON = {
    EDT: ["Out of hours", "Night", "Weekends"],
    DUTY: [
        *("Duty", "The Duty Team", "Advice line", "MASH", "MASH team", "Front Door", "front-door"),
        *("Social care", "children's social care"),
    ],
    DANGER: ["Emergency", "Emergency Team", "Emergency line", "Ambulance", "Police", "Leeds Police"],
    HUBS: [
        *("Family Hubs", "Family Hub", "Leeds Family Hubs", "Family Hubs (early help)", "Hub, family"),
        "Early help hub",
    ],
    LADO: ["Local Authority Designated Officer", "Local Authority Designated Officer for Leeds"],
    "Integrated Processes Team": ["Integrated Processes", "Processes, integrated", "Cluster contacts"],
    "Family Information Service": ["Family Information", "FIS", "Family Information Service adviser"],
    "LSCP office (not for referrals)": [
        *("LSCP", "Safeguarding Board", "Leeds Safeguarding Children Partnership"),
    ],
    "Early Help Assessment": ["Early Help Assessment", "EHA"],
    "Children's social care, for members of the public": ["The public", "Care, members"],
}

FINE = [
    *(
        "Sam Sample",
        "Amanda Duty",
        "Ed T Jones",
        "Eddie Tan",
        "John Hurt",
        "Chubb",
        "D. A. Smith",
        "Lee Child",
    ),
    *("Salado", "Early Years lead", "Deputy safeguarding lead", "Police liaison officer", "Duty manager"),
    *("Team", "Duty social worker", "Integrated Processes Officer", "Early Help Assessment coordinator"),
    *("EHA champion", "Domestic abuse lead", "LSCP trainer", "Emergency planning officer"),
    *("Emergency contact", "Family Hub worker", "Information officer", "Designated Officer"),
    *("Early help lead", "Office manager", "Virtual school head"),
    "Zo\N{LATIN SMALL LETTER E WITH DIAERESIS} \N{WOMAN}",
]


@pytest.mark.parametrize(
    ("team", "text"), [(team, text) for team, texts in ANYWHERE.items() for text in texts]
)
def test_the_name_of_a_team_for_harm_stands_nowhere(leeds: Directory, team: str, text: str) -> None:
    """However it is spelled, in short or in full; a source may say where a number was read."""
    for field in FIELDS[:-1]:
        assert str(team_in(leeds.contacts.values(), field, text)).startswith(team), field
    assert team_in(leeds.contacts.values(), "source", text) is None


@pytest.mark.parametrize(
    ("team", "text"), [(team, text) for team, texts in OF_A_PERSON.items() for text in texts]
)
def test_no_person_is_called_like_a_team(leeds: Directory, team: str, text: str) -> None:
    """Nor by some words of its name, nor by another name that people look for it by."""
    for field in ("name", "title"):
        assert str(team_in(leeds.contacts.values(), field, text)).startswith(team), field
    for field in ("agency", "hours", "source"):
        assert team_in(leeds.contacts.values(), field, text) is None, (field, team)


@pytest.mark.parametrize("text", FINE)
def test_people_may_have_any_other_name_and_title(leeds: Directory, text: str) -> None:
    """Though a word of it is one of a team's."""
    assert {team_in(leeds.contacts.values(), field, text) for field in FIELDS} == {None}


@pytest.mark.parametrize(
    "text", ["Leeds Family Hubs", "West Yorkshire Police", "Family Information Service, Leeds"]
)
def test_an_agency_may_be_called_like_a_team_that_is_not_for_harm(leeds: Directory, text: str) -> None:
    assert team_in(leeds.contacts.values(), "agency", text) is None


def test_names_in_other_data_may_be_of_words_that_make_no_name(leeds: Directory) -> None:
    """A team that is only called "The Line" is not found in every text."""
    contact = leeds.contacts["duty-and-advice"]._replace(name="The Line (A)", also=())
    assert team_in([contact], "name", "Sam Sample") is None
    assert team_in([contact], "name", "The line (a)") == "The Line (A)"
