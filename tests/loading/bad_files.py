"""Mistakes people make in the data, and exactly what they are told.

Each is one change to the made-up example in `tests/example`: the file, what was there, what is written
in its place, and every problem that is then reported.
"""

from typing import NamedTuple

CONTACTS, SERVICES, QUESTIONS = "contacts.yaml", "services.yaml", "questions.yaml"
CIRCUMSTANCES = "circumstances.yaml"


class Bad(NamedTuple):
    """One mistake, and the problems it is reported as."""

    file: str
    good: str
    bad: str
    problems: tuple[str, ...]


BAD = [
    Bad(
        CONTACTS,
        '"0113 496 0001"',
        '"0113 496 001"',
        (
            'contacts.yaml:31:17: contacts.duty-and-advice.numbers[0].number: "0113 496 001" is '
            "not a UK number: a Leeds number has 11 digits, and this has 10; check it",
        ),
    ),
    Bad(
        CONTACTS,
        'number: "0113 496 0001"',
        "number: 01134960001",
        (
            'contacts.yaml:31:17: contacts.duty-and-advice.numbers[0].number: "01134960001" is '
            'not in groups that are easy to read; write it as "0113 496 0001"',
        ),
    ),
    Bad(
        CONTACTS,
        'number: "0113 496 0001"',
        "number: +44 113 496 0001",
        (
            'contacts.yaml:31:17: contacts.duty-and-advice.numbers[0].number: "+44 113 496 0001" '
            "is not written as people in Leeds dial it; start it with a single 0",
        ),
    ),
    Bad(
        CONTACTS,
        'number: "0113 496 0001"',
        'phone: "0113 496 0001"',
        (
            "contacts.yaml:31:9: contacts.duty-and-advice.numbers[0].number: is missing; add it as text",
            'contacts.yaml:31:9: contacts.duty-and-advice.numbers[0].phone: "phone" is not a '
            "field here; use one of: number, sources, options, line, for, replaces",
        ),
    ),
    Bad(
        CONTACTS,
        'number: "0113 496 0001"',
        "number:",
        ("contacts.yaml:31:16: contacts.duty-and-advice.numbers[0].number: is empty; write text here",),
    ),
    Bad(
        CONTACTS,
        'number: "999"',
        'number: "0113 496 0009"',
        (
            'contacts.yaml:17:3: contacts.emergency-services: "emergency-services" is not 999, '
            "the number for immediate danger; put that back",
        ),
    ),
    Bad(
        CONTACTS,
        "line: any-hour",
        "line: anyhour",
        (
            'contacts.yaml:22:15: contacts.emergency-services.numbers[0].line: "anyhour" is not '
            "known here; did you mean `any-hour`?",
        ),
    ),
    Bad(
        CONTACTS,
        "        line: any-hour\n",
        "",
        ("contacts.yaml:21:9: contacts.emergency-services.numbers[0].line: is missing; add it as text",),
    ),
    Bad(
        CONTACTS,
        "        line: any-hour\n",
        "        line: office-hours\n",
        (
            'contacts.yaml:17:3: contacts.emergency-services: "emergency-services" rings a number'
            " whose line is office-hours; give it one whose line is any-hour",
        ),
    ),
    Bad(
        CONTACTS,
        "for: anyone",
        "for: everyone",
        (
            'contacts.yaml:23:14: contacts.emergency-services.numbers[0].for: "everyone" is not '
            "known here; use one of: practitioners, practitioners only, anyone",
        ),
    ),
    Bad(
        CONTACTS,
        "sources: [old, new, seen]",
        "sources: [old, new, sen]",
        (
            'contacts.yaml:36:11: contacts.duty-and-advice.numbers[0].options.seen: "seen" is not'
            " one of this number's sources; did you mean `sen`?",
            'contacts.yaml:37:29: contacts.duty-and-advice.numbers[0].sources[2]: "sen" is not a '
            "document; did you mean `seen`?",
        ),
    ),
    Bad(
        CONTACTS,
        "sources: [old, new, seen]",
        "sources: []",
        ("contacts.yaml:37:18: contacts.duty-and-advice.numbers[0].sources: is empty; write a list here",),
    ),
    Bad(
        CONTACTS,
        "sources: [old, new, seen]",
        "sources: seen",
        (
            'contacts.yaml:37:18: contacts.duty-and-advice.numbers[0].sources: "seen" is text, not a '
            "list; put square brackets round it, or a hyphen and a space before each item",
        ),
    ),
    Bad(
        CONTACTS,
        "sources: [old, new, seen]",
        "sources: [old, [new, seen]]",
        (
            'contacts.yaml:36:11: contacts.duty-and-advice.numbers[0].options.seen: "seen" is not '
            "one of this number's sources; use one of: old",
            "contacts.yaml:37:24: contacts.duty-and-advice.numbers[0].sources[1]: is a list, not "
            "text; write text here; if it has brackets, put quotes round it",
        ),
    ),
    Bad(
        CONTACTS,
        'replaces: "0113 496 0003"',
        'replaces: "0113 496 0033"',
        (
            'contacts.yaml:45:19: contacts.emergency-duty-team.numbers[0].replaces: "0113 496 0033" '
            "is not a number of this contact; write it below as one, or correct the digits here",
        ),
    ),
    Bad(
        CONTACTS,
        '      - number: "0113 496 0003"\n',
        '      - number: "0113 496 0003"\n        replaces: "0113 496 0002"\n',
        (
            'contacts.yaml:48:19: contacts.emergency-duty-team.numbers[1].replaces: "0113 496 0002" '
            "is the old number; put it below the one that replaces it",
        ),
    ),
    Bad(
        CONTACTS,
        '      - number: "0113 496 0003"\n',
        '      - number: "0113 496 0002"\n',
        (
            'contacts.yaml:45:19: contacts.emergency-duty-team.numbers[0].replaces: "0113 496 0003" '
            "is not a number of this contact; write it below as one, or correct the digits here",
            'contacts.yaml:47:17: contacts.emergency-duty-team.numbers[1].number: "0113 496 0002" is '
            "here already; keep one of the two",
        ),
    ),
    Bad(
        CONTACTS,
        "          seen: option 2",
        "          latest: option 2",
        (
            'contacts.yaml:36:11: contacts.duty-and-advice.numbers[0].options.latest: "latest" is'
            " not one of this number's sources; use one of: old, new, seen",
        ),
    ),
    Bad(
        CONTACTS,
        "          seen: option 2",
        "          seen: [option 2]",
        (
            "contacts.yaml:36:17: contacts.duty-and-advice.numbers[0].options.seen: is a list, not "
            "text; write text here; if it has brackets, put quotes round it",
        ),
    ),
    Bad(
        CONTACTS,
        "otherwise: emergency-duty-team",
        "otherwise: emergency-dutty-team",
        (
            'contacts.yaml:29:16: contacts.duty-and-advice.otherwise: "emergency-dutty-team" is '
            "not a contact; did you mean `emergency-duty-team`?",
        ),
    ),
    Bad(
        CONTACTS,
        "    otherwise: hubs\n",
        "",
        (
            'contacts.yaml:50:3: contacts.information: "information" has only an unconfirmed '
            "number; name a contact with a later number under `otherwise`",
        ),
    ),
    Bad(
        CONTACTS,
        "  emergency-duty-team:\n",
        "  night-team:\n",
        (
            'contacts.yaml:29:16: contacts.duty-and-advice.otherwise: "emergency-duty-team" is a '
            "contact that must be there; give it back its id, spelled like this",
        ),
    ),
    Bad(
        CONTACTS,
        "  emergency-services:\n",
        "  emergency:\n",
        ("contacts.yaml:17:3: contacts.emergency-services: is missing; leedshelp cannot work without it",),
    ),
    Bad(
        CONTACTS,
        "      from: 09:00\n      to: 16:30",
        "      to: 16:30",
        ("contacts.yaml:74:7: hours.agreed[1].from: is missing; add it as text",),
    ),
    Bad(
        CONTACTS,
        "address: hubs@example.org",
        "address: hubs at example",
        (
            'contacts.yaml:63:16: contacts.hubs.email.address: "hubs at example" is not an e-mail '
            "address; write it as name@example.org",
        ),
    ),
    Bad(
        CONTACTS,
        "date: 2023-02-09",
        "date: 9 February 2023",
        (
            'contacts.yaml:10:11: documents.new.date: "9 February 2023" is not a date; write it '
            "as 2026, 2026-11 or 2026-11-21, or write unknown",
        ),
    ),
    Bad(
        CONTACTS,
        "date: 2023-02-09",
        "date: 2023-13",
        (
            'contacts.yaml:10:11: documents.new.date: "2023-13" is not a date; write it as 2026, '
            "2026-11 or 2026-11-21, or write unknown",
        ),
    ),
    Bad(
        CONTACTS,
        "date: 2023-02-09",
        "date:",
        ("contacts.yaml:10:10: documents.new.date: is empty; write text here",),
    ),
    Bad(
        CONTACTS,
        "    date: 2023-02-09\n",
        "    date: 2023-02-09\n    read: 2026-11\n",
        (
            "contacts.yaml:8:5: documents.new: needs either `date` or, where the page gives none,"
            " `read`; write one of the two",
        ),
    ),
    Bad(
        CONTACTS,
        "    date: 2023-02-09\n",
        "",
        (
            "contacts.yaml:8:5: documents.new: needs either `date` or, where the page gives none,"
            " `read`; write one of the two",
        ),
    ),
    Bad(
        CONTACTS,
        "    title: A new page\n",
        "",
        ("contacts.yaml:8:5: documents.new.title: is missing; add it as text",),
    ),
    Bad(
        CONTACTS,
        "  seen:\n",
        "  Seen page:\n",
        (
            'contacts.yaml:12:3: documents.Seen page: "Seen page" is not a good id; use small '
            "letters, digits and hyphens",
            'contacts.yaml:37:29: contacts.duty-and-advice.numbers[0].sources[2]: "seen" is not a '
            "document; use one of: old, new, Seen page",
            'contacts.yaml:46:19: contacts.emergency-duty-team.numbers[0].sources[0]: "seen" is not '
            "a document; use one of: old, new, Seen page",
            'contacts.yaml:64:17: contacts.hubs.email.sources[0]: "seen" is not a document; use one '
            "of: old, new, Seen page",
            'contacts.yaml:68:19: contacts.hubs.numbers[0].sources[0]: "seen" is not a document; use '
            "one of: old, new, Seen page",
            'contacts.yaml:82:17: hours.disputed[0].sources[0]: "seen" is not a document; use one '
            "of: old, new, Seen page",
        ),
    ),
    Bad(
        CONTACTS,
        "contacts:\n",
        "  spare:\n    title: A spare page\n    publisher: Nobody\n    date: 2024\ncontacts:\n",
        (
            'contacts.yaml:16:3: documents.spare: "spare" is the source of nothing; refer to it, '
            "or take it out",
        ),
    ),
    Bad(
        CONTACTS,
        "    2026-12-25: Christmas",
        "    25-12-2026: Christmas",
        (
            'contacts.yaml:87:5: bank_holidays.days.25-12-2026: "25-12-2026" is not a day of the '
            "calendar; write the year first: did you mean 2026-12-25?",
        ),
    ),
    Bad(
        CONTACTS,
        "    2026-12-25: Christmas",
        "    2026-02-30: Christmas",
        (
            'contacts.yaml:87:5: bank_holidays.days.2026-02-30: "2026-02-30" is not a day of the '
            "calendar; write year, month and day, as 2026-12-25",
        ),
    ),
    Bad(
        CONTACTS,
        "    2026-12-25: Christmas",
        "    2027-12-25: Christmas",
        (
            'contacts.yaml:87:5: bank_holidays.days.2027-12-25: "2027-12-25" is not between '
            "`known_from` and `known_until`; move one of them, or take this day out",
        ),
    ),
    Bad(
        CONTACTS,
        "    2026-12-25: Christmas Day\n    2026-12-28:",
        "    25-12-2026: Christmas Day\n    2027-12-28:",
        (
            'contacts.yaml:87:5: bank_holidays.days.25-12-2026: "25-12-2026" is not a day of the '
            "calendar; write the year first: did you mean 2026-12-25?",
            'contacts.yaml:88:5: bank_holidays.days.2027-12-28: "2027-12-28" is not between '
            "`known_from` and `known_until`; move one of them, or take this day out",
        ),
    ),
    Bad(
        CONTACTS,
        "known_until: 2026-12-31",
        "known_until: end of 2026",
        (
            'contacts.yaml:85:16: bank_holidays.known_until: "end of 2026" is not a day of the '
            "calendar; write year, month and day, as 2026-12-25",
        ),
    ),
    Bad(
        CONTACTS,
        "      to: 16:30\n",
        "      to: 4.30pm\n",
        (
            'contacts.yaml:76:11: hours.agreed[1].to: "4.30pm" is not a time of day; write it as '
            "09:00 or 16:30",
        ),
    ),
    Bad(
        CONTACTS,
        "      to: 16:30\n",
        "      to: 08:30\n",
        (
            'contacts.yaml:76:11: hours.agreed[1].to: "08:30" is not later than `from`; write the '
            "time at which these hours end",
        ),
    ),
    Bad(
        CONTACTS,
        "days: Monday to Thursday",
        "days: Mon-Thu",
        (
            'contacts.yaml:71:13: hours.agreed[0].days: "Mon-Thu" is not a run of days; write '
            "Friday, or Monday to Thursday",
        ),
    ),
    Bad(
        CONTACTS,
        "days: Monday to Thursday",
        "days: Thursday to Monday",
        (
            'contacts.yaml:71:13: hours.agreed[0].days: "Thursday to Monday" is not a run of days; '
            "write Friday, or Monday to Thursday",
        ),
    ),
    Bad(
        CONTACTS,
        "days: Monday to Thursday",
        "days:",
        ("contacts.yaml:71:12: hours.agreed[0].days: is empty; write text here",),
    ),
    Bad(
        CONTACTS,
        "    name: Night Team\n    helps: Takes calls at night.\n",
        "",
        (
            "contacts.yaml:39:5: contacts.emergency-duty-team.name: is missing; add it as text",
            "contacts.yaml:39:5: contacts.emergency-duty-team.helps: is missing; add it as text",
        ),
    ),
    Bad(
        CONTACTS,
        "helps: Takes calls at night.",
        "help: Takes calls at night.",
        (
            "contacts.yaml:39:5: contacts.emergency-duty-team.helps: is missing; add it as text",
            'contacts.yaml:40:5: contacts.emergency-duty-team.help: "help" is not a field here; '
            "did you mean `helps`?",
        ),
    ),
    Bad(
        CONTACTS,
        "helps: Takes calls at night.",
        "helps: Ring 0113 496 0009 at night.",
        (
            'contacts.yaml:40:12: contacts.emergency-duty-team.helps: "Ring 0113 496 0009 at '
            'night." holds a telephone number; write it under `number`',
        ),
    ),
    Bad(
        CONTACTS,
        "name: Night Team",
        "name: Night #1 Team",
        (
            'contacts.yaml:39:11: contacts.emergency-duty-team.name: "Night" is cut short by a note '
            "(#) after it; put the note on a line of its own, or the whole value in quotes",
        ),
    ),
    Bad(
        CONTACTS,
        "    name: Night Team\n",
        "    name: Night Team\n    name: Nights\n",
        (
            'contacts.yaml:40:5: contacts.emergency-duty-team.name: "name" is written twice, here '
            "and on line 39; keep one of them. If something new starts here, give it its first line "
            "(in a list, one that starts with a hyphen)",
        ),
    ),
    Bad(
        CONTACTS,
        "  information:\n",
        "  hubs:\n",
        (
            'contacts.yaml:59:3: contacts.hubs: "hubs" is written twice, here and on line 50; keep '
            "one of them. If something new starts here, give it its first line (in a list, one that "
            "starts with a hyphen)",
        ),
    ),
    Bad(
        CONTACTS,
        "name: Night Team",
        "name: Night: Team",
        (
            "contacts.yaml:39:16: contacts.emergency-duty-team.name: there is a colon too many; put "
            "quotes round a text that has a colon",
        ),
    ),
    Bad(
        CONTACTS,
        "    name: Night Team",
        "\tname: Night Team",
        (
            "contacts.yaml:39:1: contacts.emergency-duty-team.name: a tab cannot be told from "
            "spaces; type spaces in its place",
        ),
    ),
    Bad(
        CONTACTS,
        "name: Night Team",
        'name: "Night Team',
        (
            "contacts.yaml:39:11: contacts.emergency-duty-team.name: the quote that opens here is "
            "not closed on its line; close it at the end of the value",
        ),
    ),
    Bad(
        CONTACTS,
        "name: Night Team",
        "name: [Night Team",
        (
            "contacts.yaml:39:11: contacts.emergency-duty-team.name: the bracket that opens here is "
            "not closed properly; close it, with commas between the items",
        ),
    ),
    Bad(
        CONTACTS,
        "name: Night Team",
        "name: Night Team\n      of Leeds",
        (
            "contacts.yaml:39:11: contacts.emergency-duty-team.name: the value that starts here runs "
            "on; put it on one line, or write >- and start it on the next",
        ),
    ),
    Bad(
        CONTACTS,
        "name: Night Team",
        "name: @Night Team",
        (
            "contacts.yaml:39:11: contacts.emergency-duty-team.name: a value cannot start with this "
            "character; put quotes round the value",
        ),
    ),
    Bad(
        CONTACTS,
        "name: Night Team",
        "name: - Night Team",
        (
            "contacts.yaml:39:11: contacts.emergency-duty-team.name: a list starts on a line of its "
            "own, with two spaces more than its name",
        ),
    ),
    Bad(
        CONTACTS,
        "    name: Night Team",
        "    name Night Team",
        (
            "contacts.yaml:39:5: contacts.emergency-duty-team: this line has no colon; write it as "
            "name: value",
        ),
    ),
    Bad(
        CONTACTS,
        "name: Night Team",
        "name: 'The council's Night Team'",
        (
            "contacts.yaml:39:23: contacts.emergency-duty-team.name: more follows after this quote; "
            "put quotes of the other kind round the whole of it",
        ),
    ),
    Bad(
        CONTACTS,
        "name: Night Team",
        "name: &night Night Team",
        (
            'contacts.yaml:39:11: contacts.emergency-duty-team.name: "&night" stands for another '
            "part of the file; write that out, or put the whole value in quotes",
        ),
    ),
    Bad(
        CONTACTS,
        "name: Night Team",
        "name: *night",
        (
            'contacts.yaml:39:11: contacts.emergency-duty-team.name: "*night" stands for another '
            "part of the file; write that out, or put the whole value in quotes",
        ),
    ),
    Bad(
        CONTACTS,
        "name: Night Team",
        "name: !!str Night Team",
        (
            'contacts.yaml:39:11: contacts.emergency-duty-team.name: "!!str" is a YAML tag; take it '
            "out, or put the whole value in quotes",
        ),
    ),
    Bad(
        CONTACTS,
        "name: Night Team",
        "name: Night\u200b Team",
        (
            "contacts.yaml:39:16: contacts.emergency-duty-team.name: the character U+200B (ZERO "
            "WIDTH SPACE) cannot be told from nothing or a space; take it out",
        ),
    ),
    Bad(
        CONTACTS,
        "name: Night Team",
        "name: Night\u202e Team",
        (
            "contacts.yaml:39:16: contacts.emergency-duty-team.name: the character U+202E "
            "(RIGHT-TO-LEFT OVERRIDE) cannot be told from nothing or a space; take it out",
        ),
    ),
    Bad(
        CONTACTS,
        "name: Night Team",
        "name: Night\xa0Team",
        (
            "contacts.yaml:39:16: contacts.emergency-duty-team.name: the character U+00A0 (NO-BREAK "
            "SPACE) cannot be told from nothing or a space; type an ordinary space in its place",
        ),
    ),
    Bad(
        CONTACTS,
        "name: Night Team",
        "name: Night\x07 Team",
        (
            "contacts.yaml:39:16: contacts.emergency-duty-team.name: the control character U+0007 "
            "cannot be told from nothing or a space; take it out",
        ),
    ),
    Bad(
        CONTACTS,
        "    name: Night Team\n",
        "    name:\n      is: Night Team\n",
        (
            "contacts.yaml:40:7: contacts.emergency-duty-team.name: is `name: value` lines, not "
            "text; write text here; if it has a colon, put quotes round it",
        ),
    ),
    Bad(
        CONTACTS,
        "    name: Night Team\n",
        "    <<: {name: Night Team}\n",
        (
            "contacts.yaml:39:5: contacts.emergency-duty-team.<<: `<<` copies another part; write "
            "the fields out here",
        ),
    ),
    Bad(
        CONTACTS,
        "    name: Night Team\n",
        "    [name]: Night Team\n",
        ("contacts.yaml:39:5: contacts.emergency-duty-team: a name must be text; write it as name: value",),
    ),
    Bad(
        CONTACTS,
        "contacts:\n",
        "---\ncontacts:\n",
        ("contacts.yaml:16:1: `---` starts a second document; a file holds only one",),
    ),
    Bad(
        SERVICES,
        "name: Allocated Social Worker",
        'name: "Allocated Social Worker',
        (
            "services.yaml:34:15: tiers.specialist.talk_to.social-worker.name: the quote that opens "
            "here is not closed on its line; close it at the end of the value",
        ),
    ),
    Bad(
        SERVICES,
        "starter: duty-and-advice",
        "starter duty-and-advice",
        ("services.yaml:28:5: tiers.specialist: this line has no colon; write it as name: value",),
    ),
    Bad(
        SERVICES,
        "starter: duty-and-advice",
        "starter: duty-and-advise",
        (
            'services.yaml:28:14: tiers.specialist.starter: "duty-and-advise" is not a contact; '
            "did you mean `duty-and-advice`?",
        ),
    ),
    Bad(
        SERVICES,
        "    starter: duty-and-advice\n",
        "",
        ("services.yaml:27:5: tiers.specialist.starter: is missing; add it as text",),
    ),
    Bad(
        SERVICES,
        "  targeted:\n",
        "  target:\n",
        (
            "services.yaml:3:3: tiers.targeted: is missing; add it as `name: value` lines",
            'services.yaml:17:3: tiers.target: "target" is not a field here; did you mean `targeted`?',
        ),
    ),
    Bad(
        SERVICES,
        "      cluster-managers:\n",
        "      line-manager:\n",
        (
            "services.yaml:25:9: tiers.targeted.talk_to.line-manager: is in this tier already, as"
            " tiers.universal.talk_to.line-manager; take one of the two out",
        ),
    ),
    Bad(
        SERVICES,
        "      gp:\n        name: GP\n",
        "      gp: GP\n      x:\n        name: GP\n",
        (
            'services.yaml:7:11: tiers.universal.services.gp: "GP" is text, not `name: value` lines; '
            "write `name: value` lines below it, two spaces further in",
        ),
    ),
    Bad(
        SERVICES,
        "        name: GP\n",
        "        name:\n",
        ("services.yaml:8:14: tiers.universal.services.gp.name: is empty; write text here",),
    ),
    Bad(
        QUESTIONS,
        "ring the {first} now",
        "ring the {frist} now",
        (
            'questions.yaml:54:15: outcomes.call-now.headline: "You MUST ring the {frist} now." '
            "cannot be filled in; use {first} or {duty} or {edt} here",
        ),
    ),
    Bad(
        QUESTIONS,
        "ring the {first} now",
        "ring the {first now",
        (
            'questions.yaml:54:15: outcomes.call-now.headline: "You MUST ring the {first now." '
            "cannot be filled in; use {first} or {duty} or {edt} here",
        ),
    ),
    Bad(
        QUESTIONS,
        "ring the {first} now",
        "ring the first} now",
        (
            'questions.yaml:54:15: outcomes.call-now.headline: "You MUST ring the first} now." '
            "cannot be filled in; use {first} or {duty} or {edt} here",
        ),
    ),
    Bad(
        QUESTIONS,
        "ring the {first} now",
        "ring the {first!r} now",
        (
            'questions.yaml:54:15: outcomes.call-now.headline: "You MUST ring the {first!r} now." '
            "cannot be filled in; use {first} or {duty} or {edt} here",
        ),
    ),
    Bad(
        QUESTIONS,
        "You MUST ring the {first} now",
        "You could ring the {first}",
        (
            'questions.yaml:54:15: outcomes.call-now.headline: "You could ring the {first}." leaves '
            "out what it is for; write: You MUST ring the {first} now.",
        ),
    ),
    Bad(
        QUESTIONS,
        "You MUST ring the {first} now",
        "You MUST ring now",
        (
            'questions.yaml:54:15: outcomes.call-now.headline: "You MUST ring now." leaves out what '
            "it is for; write: You MUST ring the {first} now.",
        ),
    ),
    Bad(
        QUESTIONS,
        "This is not an official service.",
        "This is not {official}.",
        (
            'questions.yaml:107:13: unofficial: "This is not {official}." cannot be filled in; use '
            "no curly brackets here",
        ),
    ),
    Bad(
        QUESTIONS,
        "unsafe: It is not safe",
        "unsafe: Quite unsafe. It is not safe",
        (
            'questions.yaml:10:15: questions.consent.options.unsafe: "Quite unsafe. It is not safe '
            'to ask them" begins with "Q", which means something else there; begin it with another '
            "letter",
        ),
    ),
    Bad(
        QUESTIONS,
        "      unsafe: It is not safe to ask them\n",
        "",
        ("questions.yaml:7:7: questions.consent.options.unsafe: is missing; add it as text",),
    ),
    Bad(
        QUESTIONS,
        "      unsafe: It is not safe to ask them\n",
        "      unsafe: It is not safe to ask them\n      maybe: Maybe\n",
        (
            'questions.yaml:11:7: questions.consent.options.maybe: "maybe" is not a field here; '
            "use one of: agreed, not-asked, refused, unsafe",
        ),
    ),
    Bad(
        QUESTIONS,
        "  talk-it-through-now:\n",
        "  talk-it-through:\n",
        (
            "questions.yaml:53:3: outcomes.talk-it-through-now: is missing; add it as `name: value` lines",
            'questions.yaml:60:3: outcomes.talk-it-through: "talk-it-through" is not a field here; '
            "did you mean `talk-it-through-now`?",
        ),
    ),
    Bad(
        QUESTIONS,
        "talk_to: [line-manager]",
        "talk_to: [line-manger]",
        (
            'questions.yaml:57:15: outcomes.call-now.talk_to[0]: "line-manger" is not a person; did '
            "you mean `line-manager`?",
        ),
    ),
    Bad(
        QUESTIONS,
        "  closed: Closed now\n",
        "",
        ("questions.yaml:95:3: now.closed: is missing; add it as text",),
    ),
    Bad(
        QUESTIONS,
        "standing:\n",
        "unofficially: No\nstanding:\n",
        (
            'questions.yaml:101:1: unofficially: "unofficially" is not a field here; did you mean '
            "`unofficial`?",
        ),
    ),
    Bad(
        CONTACTS,
        "name: Hubs",
        'name: "  "',
        ("contacts.yaml:60:11: contacts.hubs.name: is empty; write text here",),
    ),
    Bad(
        CONTACTS,
        "also: [front door]",
        'also: [front door, " "]',
        ("contacts.yaml:28:24: contacts.duty-and-advice.also[1]: is empty; write text here",),
    ),
    Bad(
        CONTACTS,
        "to: 16:30",
        "to: 09:00",
        (
            'contacts.yaml:76:11: hours.agreed[1].to: "09:00" is not later than `from`; write the '
            "time at which these hours end",
        ),
    ),
    Bad(
        CONTACTS,
        "sources: [old, new, seen]",
        "sources: [old, new, seen, new]",
        (
            'contacts.yaml:37:35: contacts.duty-and-advice.numbers[0].sources[3]: "new" is in this '
            "list already; keep one of the two",
        ),
    ),
    Bad(
        CONTACTS,
        "also: [front door]",
        "also: [0113 496 0009]",
        (
            'contacts.yaml:28:12: contacts.duty-and-advice.also[0]: "0113 496 0009" holds a '
            "telephone number; write it under `number`",
        ),
    ),
    Bad(
        CONTACTS,
        "old: option 3",
        "old: 0113-496-0009",
        (
            'contacts.yaml:35:16: contacts.duty-and-advice.numbers[0].options.old: "0113-496-0009" '
            "holds a telephone number; write it under `number`",
        ),
    ),
    Bad(
        CONTACTS,
        "2026-12-25: Christmas Day",
        "2026-12-25: ring 0113  496  0009",
        (
            'contacts.yaml:87:17: bank_holidays.days.2026-12-25: "ring 0113 496 0009" holds a '
            "telephone number; write it under `number`",
        ),
    ),
    Bad(
        CONTACTS,
        'replaces: "0113 496 0003"',
        'replaces: "0113 496 0002"',
        (
            'contacts.yaml:45:19: contacts.emergency-duty-team.numbers[0].replaces: "0113 496 0002" '
            "is the new number itself; write the old one here, or take this line out",
        ),
    ),
    Bad(
        CONTACTS,
        "otherwise: hubs",
        "otherwise: information",
        (
            'contacts.yaml:53:16: contacts.information.otherwise: "information" is this contact '
            "itself; name another, or leave it out",
        ),
    ),
    Bad(
        CONTACTS,
        '      - number: "0113 496 0003"\n',
        '      - number: ""\n        line: any-hour\n        sources: [old]\n      - number: ""\n',
        (
            'contacts.yaml:45:19: contacts.emergency-duty-team.numbers[0].replaces: "0113 496 0003" '
            "is not a number of this contact; write it below as one, or correct the digits here",
            "contacts.yaml:47:17: contacts.emergency-duty-team.numbers[1].number: is empty; write text here",
            "contacts.yaml:50:17: contacts.emergency-duty-team.numbers[2].number: is empty; write text here",
        ),
    ),
    Bad(
        SERVICES,
        "name: GP",
        'name: "GP \\q"',
        (
            "services.yaml:8:19: tiers.universal.services.gp.name: a backslash means something else "
            "in double quotes; use single quotes",
        ),
    ),
    Bad(
        CONTACTS,
        "helps: Takes calls at night.",
        f"helps: {'Takes calls. ' * 80}",
        (
            'contacts.yaml:40:12: contacts.emergency-duty-team.helps: "Takes calls. Takes calls. '
            'Takes calls. Takes calls. Takes calls. Takes calls. Takes calls. Takes cal..." is '
            "longer than 1000 characters; say it in fewer",
        ),
    ),
    Bad(
        CONTACTS,
        "    name: Hubs",
        "    name:Hubs",
        ("contacts.yaml:60:9: contacts.hubs: there is no space after this colon; put one there",),
    ),
    Bad(
        CONTACTS,
        "    - days: Friday\n      from: 09:00",
        "    -days: Friday\n      from: 09:00",
        ("contacts.yaml:74:5: hours.agreed: there is no space after this hyphen; put one there",),
    ),
    Bad(
        CONTACTS,
        "    - days: Friday\n      from: 09:00",
        "    \u2022 days: Friday\n      from: 09:00",
        (
            "contacts.yaml:74:5: hours.agreed: a line of a list starts with a hyphen and a space; "
            "type them in place of this",
        ),
    ),
    Bad(
        CONTACTS,
        '"0113 496 0001"',
        "\u201c0113 496 0001\u201d",
        (
            'contacts.yaml:31:17: contacts.duty-and-advice.numbers[0].number: "“0113 496 0001”" has '
            "curly quotes round it; type straight ones",
        ),
    ),
    Bad(
        CONTACTS,
        "also: [front door]",
        "also: [ring 0113.496.0009]",
        (
            'contacts.yaml:28:12: contacts.duty-and-advice.also[0]: "ring 0113.496.0009" holds a '
            "telephone number; write it under `number`",
        ),
    ),
    Bad(
        CONTACTS,
        '"0113 496 0001"',
        '"0800 1111"',
        (
            'contacts.yaml:25:3: contacts.duty-and-advice: "duty-and-advice" has the number 0800 '
            "1111, which is not its own; write the team's number",
        ),
    ),
    Bad(
        CONTACTS,
        'number: "0113 496 0005"',
        'number: "0113 496 0003"',
        (
            'contacts.yaml:38:3: contacts.emergency-duty-team: "emergency-duty-team" has an old '
            "number that Hubs is to be rung on; one of the two is wrong",
        ),
    ),
    Bad(
        CONTACTS,
        "  duty-and-advice:\n",
        "  duty-and-advise:\n",
        (
            'contacts.yaml:41:16: contacts.emergency-duty-team.otherwise: "duty-and-advice" is a '
            "contact that must be there; give it back its id, spelled like this",
            'services.yaml:28:14: tiers.specialist.starter: "duty-and-advice" is a contact that must '
            "be there; give it back its id, spelled like this",
        ),
    ),
    Bad(
        QUESTIONS,
        "yes: Yes",
        "yes: No harm is feared",
        (
            'questions.yaml:16:12: questions.harm.options.yes: "No harm is feared" leaves out what '
            "it is for; write: Yes",
        ),
    ),
    Bad(
        QUESTIONS,
        "headline: You MUST ring",
        "headline: You MUST NOT ring",
        (
            'questions.yaml:54:15: outcomes.call-now.headline: "You MUST NOT ring the {first} now." '
            "leaves out what it is for; write: You MUST ring the {first} now.",
        ),
    ),
    Bad(
        QUESTIONS,
        "with the {first}.",
        "with somebody.",
        (
            'questions.yaml:61:15: outcomes.talk-it-through-now.headline: "Talk it through with '
            'somebody." leaves out what it is for; write: Talk it through now: ring the {first}.',
        ),
    ),
    Bad(
        QUESTIONS,
        "    ring: You MUST make",
        "    out_of_hours: Rest.\n    ring: You MUST make",
        (
            'questions.yaml:55:19: outcomes.call-now.out_of_hours: "Rest." leaves out what it is '
            "for; write: You MUST ring the {first} now.",
        ),
    ),
    Bad(
        QUESTIONS,
        "You do not need consent.",
        "You MUST have consent.",
        (
            'questions.yaml:43:19: consent.at-risk.means.says: "You MUST have consent." leaves out '
            "what it is for; write: You do not need consent.",
        ),
    ),
    Bad(
        QUESTIONS,
        "you MUST ring.",
        "you can ring.",
        (
            'questions.yaml:88:9: ring.must: "If you come to fear harm, you can ring." leaves out '
            "what it is for; write: you MUST ring.",
        ),
    ),
    Bad(
        QUESTIONS,
        "It was {number}",
        "It was another",
        ('questions.yaml:111:11: own.before: "It was another" leaves out what it is for; write: {number}',),
    ),
    Bad(
        QUESTIONS,
        "{option} when last seen",
        "an option",
        ('questions.yaml:106:7: menu: "an option" leaves out what it is for; write: {option}',),
    ),
    Bad(
        QUESTIONS,
        "ring the {first} now",
        "ring the {du{first}ty} now",
        (
            'questions.yaml:54:15: outcomes.call-now.headline: "You MUST ring the {du{first}ty} '
            'now." cannot be filled in; use {first} or {duty} or {edt} here',
        ),
    ),
    Bad(
        QUESTIONS,
        "answers: Answers now",
        "answers: Closed now",
        ('questions.yaml:95:12: now.answers: "Closed now" leaves out what it is for; write: Answers now',),
    ),
    Bad(
        QUESTIONS,
        "closed: Closed now",
        "closed: Answers now",
        ('questions.yaml:96:11: now.closed: "Answers now" leaves out what it is for; write: Closed now',),
    ),
    Bad(
        CONTACTS,
        "date: 2013",
        "date: 2013-",
        (
            'contacts.yaml:6:11: documents.old.date: "2013-" is not a date; write it as 2026, '
            "2026-11 or 2026-11-21, or write unknown",
        ),
    ),
    Bad(
        CONTACTS,
        "date: 2023-02-09",
        "date: 2023-2",
        (
            'contacts.yaml:10:11: documents.new.date: "2023-2" is not a date; write it as 2026, '
            "2026-11 or 2026-11-21, or write unknown",
        ),
    ),
    Bad(
        CONTACTS,
        "read: 2026-11",
        "read: 2026-11-",
        (
            'contacts.yaml:15:11: documents.seen.read: "2026-11-" is not a date; write it as 2026, '
            "2026-11 or 2026-11-21, or write unknown",
        ),
    ),
    Bad(
        CIRCUMSTANCES,
        "    when: A bruise\n",
        "    when: Bruises\n",
        (
            'circumstances.yaml:3:11: circumstances.bruise.when: "Bruises" begins with "B", which '
            "means something else there; begin it with another letter",
        ),
    ),
    Bad(
        CIRCUMSTANCES,
        "    when: A bruise\n",
        "    when: No bruise\n",
        (
            'circumstances.yaml:3:11: circumstances.bruise.when: "No bruise" begins with "N", which '
            "means something else there; begin it with another letter",
        ),
    ),
    Bad(
        CIRCUMSTANCES,
        "  elsewhere:\n",
        "  young-child:\n",
        (
            'circumstances.yaml:16:5: circumstances.young-child: begins with "y", as another answer '
            "does; begin the id with another letter",
        ),
    ),
    Bad(
        CIRCUMSTANCES,
        "    when: The child lives elsewhere\n",
        "",
        ("circumstances.yaml:16:5: circumstances.elsewhere.when: is missing; add it as text",),
    ),
    Bad(
        CIRCUMSTANCES,
        "    harm: yes\n",
        "    harm: unsure\n",
        ('circumstances.yaml:5:11: circumstances.bruise.harm: "unsure" is not known here; use one of: yes',),
    ),
    Bad(
        CIRCUMSTANCES,
        "    for: anyone\n",
        "    for: everyone\n",
        (
            'circumstances.yaml:26:10: circumstances.anyone-else.for: "everyone" is not known here; '
            "use one of: anyone",
        ),
    ),
    Bad(
        CIRCUMSTANCES,
        "contact: hubs",
        "contact: hub",
        (
            'circumstances.yaml:7:18: circumstances.bruise.ring[0].contact: "hub" is not a contact; '
            "did you mean `hubs`?",
        ),
    ),
    Bad(
        CIRCUMSTANCES,
        "contact: hubs",
        "contact: duty-and-advice",
        (
            'circumstances.yaml:7:18: circumstances.bruise.ring[0].contact: "duty-and-advice" is in '
            "the advice without this; take it out",
        ),
    ),
    Bad(
        CIRCUMSTANCES,
        "        why: Takes all calls.\n",
        "        why: Takes all calls.\n      - contact: information\n        why: Once more.\n",
        (
            'circumstances.yaml:30:18: circumstances.anyone-else.ring[1].contact: "information" is '
            "in the advice without this; take it out",
        ),
    ),
    Bad(
        CIRCUMSTANCES,
        "    duty: Ring if you cannot find it.\n",
        "    duty: Ring if you cannot find it.\n    always:\n      - {says: Write., sources: [new]}\n",
        (
            'circumstances.yaml:20:5: circumstances.elsewhere.always: "always" is not a field here; '
            "did you mean `also`?",
        ),
    ),
    Bad(
        CIRCUMSTANCES,
        "why: Takes all calls.",
        "why: Ring the {first}.",
        (
            'circumstances.yaml:29:14: circumstances.anyone-else.ring[0].why: "Ring the {first}." '
            "cannot be filled in; use no curly brackets here",
        ),
    ),
    Bad(
        CIRCUMSTANCES,
        "        why: Takes all calls.\n",
        "",
        ("circumstances.yaml:28:9: circumstances.anyone-else.ring[0].why: is missing; add it as text",),
    ),
    Bad(
        CIRCUMSTANCES,
        "    ring:\n      - contact: information\n        why: Takes all calls.\n",
        "",
        (
            "circumstances.yaml:25:5: circumstances.anyone-else.ring: is missing; add it as a list",
            'circumstances.yaml:32:16: circumstances.anyone-else.next_steps[0].says: "Ring {own}." '
            "cannot be filled in; use {first} or {duty} or {edt} here",
        ),
    ),
    Bad(
        CIRCUMSTANCES,
        "headline: You MUST ring the {first} now. Tell {own} too.",
        "headline: You should ring the {first}.",
        (
            'circumstances.yaml:9:15: circumstances.bruise.headline: "You should ring the {first}." '
            "leaves out what it is for; write: If you fear harm, you MUST ring the {first} now.",
        ),
    ),
    Bad(
        CIRCUMSTANCES,
        "headline: You MUST ring the {first} if you fear harm.",
        "headline: Ring the {first} if you fear harm.",
        (
            'circumstances.yaml:30:15: circumstances.anyone-else.headline: "Ring the {first} if you '
            'fear harm." leaves out what it is for; write: If you fear harm, you MUST ring the '
            "{first} now.",
        ),
    ),
    Bad(
        CIRCUMSTANCES,
        "out_of_hours: Ring the other council; if you fear harm, you MUST ring the {first}, or the {edt}.",
        "out_of_hours: Ring {own}.",
        (
            'circumstances.yaml:18:19: circumstances.elsewhere.out_of_hours: "Ring {own}." cannot be '
            "filled in; use {first} or {duty} or {edt} here",
        ),
    ),
    Bad(
        CIRCUMSTANCES,
        "    talk_to: [line-manager]\n    next_steps:\n      - {says: Find",
        "    next_steps:\n      - {says: Find",
        ("circumstances.yaml:16:5: circumstances.elsewhere.talk_to: is missing; add it as a list",),
    ),
    Bad(
        CIRCUMSTANCES,
        "    talk_to: [line-manager]\n",
        "    talk_to: [nobody]\n",
        (
            'circumstances.yaml:12:15: circumstances.bruise.talk_to[0]: "nobody" is not a person; '
            "use one of: line-manager, cluster-managers, social-worker",
        ),
    ),
    Bad(
        CIRCUMSTANCES,
        "    duty: Bruises go there at once.\n",
        "    ring_why: Bruises go there at once.\n",
        (
            "circumstances.yaml:3:5: circumstances.bruise.duty: is missing; add it as text",
            'circumstances.yaml:10:5: circumstances.bruise.ring_why: "ring_why" is not a field here; '
            "did you mean `ring`?",
        ),
    ),
    Bad(
        CIRCUMSTANCES,
        "sources: [new]}\n    talk_to",
        "sources: [newer]}\n    talk_to",
        (
            'circumstances.yaml:11:50: circumstances.bruise.because.sources[0]: "newer" is not a '
            "document; did you mean `new`?",
        ),
    ),
    Bad(
        CIRCUMSTANCES,
        "circumstances:\n",
        "circumstance:\n",
        (
            "circumstances.yaml:1:1: circumstances: is missing; add it as `name: value` lines",
            'circumstances.yaml:1:1: circumstance: "circumstance" is not a field here; did you mean '
            "`circumstances`?",
        ),
    ),
    Bad(
        CIRCUMSTANCES,
        "    next_steps:\n      - {says: Find the council., sources: [new]}\n",
        "    next_steps:\n      - {says: Find 0113 496 0001., sources: [new]}\n",
        (
            'circumstances.yaml:23:16: circumstances.elsewhere.next_steps[0].says: "Find 0113 496 '
            '0001." holds a telephone number; write it under `number`',
        ),
    ),
]


class BadOwn(NamedTuple):
    """One mistake in an agency's own contacts, and the problems it is reported as."""

    good: str
    bad: str
    problems: tuple[str, ...]


BAD_OWN = [
    BadOwn(
        "agency: Example Primary School",
        "agency:",
        ("own-contacts.yaml:2:8: agency: is empty; write text here",),
    ),
    BadOwn(
        "agency: Example Primary School\n", "", ("own-contacts.yaml:2:1: agency: is missing; add it as text",)
    ),
    BadOwn(
        "agency:",
        "school:",
        (
            "own-contacts.yaml:2:1: agency: is missing; add it as text",
            'own-contacts.yaml:2:1: school: "school" is not a field here; use one of: agency, '
            "people, corrections",
        ),
    ),
    BadOwn(
        "people:\n",
        "persons:\n",
        (
            'own-contacts.yaml:3:1: persons: "persons" is not a field here; use one of: agency, '
            "people, corrections",
        ),
    ),
    BadOwn(
        "line-manager:",
        "line-managers:",
        (
            'own-contacts.yaml:4:3: people.line-managers: "line-managers" is not a field here; did '
            "you mean `line-manager`?",
        ),
    ),
    BadOwn(
        "line-manager:",
        "social-worker-team:",
        (
            'own-contacts.yaml:4:3: people.social-worker-team: "social-worker-team" is not a field '
            "here; did you mean `social-worker`?",
        ),
    ),
    BadOwn(
        "    - name: Sam Sample\n",
        "    - name:\n",
        ("own-contacts.yaml:5:12: people.line-manager[0].name: is empty; write text here",),
    ),
    BadOwn(
        "    - name: Jo Sample\n      number",
        "    - number",
        ("own-contacts.yaml:10:7: people.line-manager[1].name: is missing; add it as text",),
    ),
    BadOwn(
        'number: "0113 496 0100"',
        'phone: "0113 496 0100"',
        (
            "own-contacts.yaml:5:7: people.line-manager[0].number: is missing; add it as text",
            'own-contacts.yaml:7:7: people.line-manager[0].phone: "phone" is not a field here; use '
            "one of: name, title, number, hours, checked",
        ),
    ),
    BadOwn(
        'number: "0113 496 0100"',
        'number: ""',
        ("own-contacts.yaml:7:15: people.line-manager[0].number: is empty; write text here",),
    ),
    BadOwn(
        'number: "0113 496 0100"',
        'number: "0113 496 010"',
        (
            'own-contacts.yaml:7:15: people.line-manager[0].number: "0113 496 010" is not a UK '
            "number: a Leeds number has 11 digits, and this has 10; check it",
        ),
    ),
    BadOwn(
        'number: "0113 496 0100"',
        'number: "01134960100"',
        (
            'own-contacts.yaml:7:15: people.line-manager[0].number: "01134960100" is not in groups '
            'that are easy to read; write it as "0113 496 0100"',
        ),
    ),
    BadOwn(
        'number: "0113 496 0100"',
        'number: "999"',
        (
            'own-contacts.yaml:7:15: people.line-manager[0].number: "999" is the same everywhere; '
            "write a number of their own",
        ),
    ),
    BadOwn(
        'number: "0113 496 0100"',
        'number: "0113 496 0100',
        (
            "own-contacts.yaml:7:15: people.line-manager[0].number: the quote that opens here is not "
            "closed on its line; close it at the end of the value",
        ),
    ),
    BadOwn(
        'number: "0113 496 0100"',
        'number: "0113 496 0100 ext 4"',
        (
            'own-contacts.yaml:7:15: people.line-manager[0].number: "0113 496 0100 ext 4" is not a '
            "UK number; use only the digits 0 to 9, with single spaces between groups",
        ),
    ),
    BadOwn(
        'number: "0113 496 0100"',
        "number: 0113 496 0100 # office",
        (
            'own-contacts.yaml:7:15: people.line-manager[0].number: "0113 496 0100" is cut short by '
            "a note (#) after it; put the note on a line of its own, or the whole value in quotes",
        ),
    ),
    BadOwn(
        "title: Head of year",
        "title: Head of year 0113 496 0102",
        (
            'own-contacts.yaml:6:14: people.line-manager[0].title: "Head of year 0113 496 0102" '
            "holds a telephone number; write it under `number`",
        ),
    ),
    BadOwn(
        "      hours: Mornings\n",
        "",
        ("own-contacts.yaml:10:7: people.line-manager[1].hours: is missing; add it as text",),
    ),
    BadOwn(
        "hours: Monday to Friday 8:00 to 16:00",
        "hours: Weekdays: 8 to 4",
        (
            "own-contacts.yaml:8:22: people.line-manager[0].hours: there is a colon too many; put "
            "quotes round a text that has a colon",
        ),
    ),
    BadOwn(
        "      hours: Mornings",
        "\thours: Mornings",
        (
            "own-contacts.yaml:12:1: people.line-manager: a tab cannot be told from spaces; type "
            "spaces in its place",
        ),
    ),
    BadOwn(
        "      hours: Mornings",
        "       hours: Mornings",
        (
            "own-contacts.yaml:12:8: people.line-manager[1].hours: the line above has a value "
            "already; take that out, or start this line further to the left",
        ),
    ),
    BadOwn(
        "checked: 2026-11-02",
        "checked: 2 November 2026",
        (
            'own-contacts.yaml:9:16: people.line-manager[0].checked: "2 November 2026" is not a day '
            "of the calendar; write year, month and day, as 2026-12-25",
        ),
    ),
    BadOwn(
        "checked: 2026-11-02",
        "checked: 02/11/2026",
        (
            'own-contacts.yaml:9:16: people.line-manager[0].checked: "02/11/2026" is not a day of '
            "the calendar; write the year first: did you mean 2026-11-02?",
        ),
    ),
    BadOwn(
        "checked: 2026-11-02",
        "checked: 2026-11-31",
        (
            'own-contacts.yaml:9:16: people.line-manager[0].checked: "2026-11-31" is not a day of '
            "the calendar; write year, month and day, as 2026-12-25",
        ),
    ),
    BadOwn(
        "checked: 2026-11-02",
        "checked: 2026-11-22",
        (
            'own-contacts.yaml:9:16: people.line-manager[0].checked: "2026-11-22" is still to come; '
            "write a day of the past",
        ),
    ),
    BadOwn(
        "checked: 2026-11-02",
        "checked:",
        ("own-contacts.yaml:9:15: people.line-manager[0].checked: is empty; write text here",),
    ),
    BadOwn(
        "  information:\n",
        "  emergency-services:\n",
        (
            'own-contacts.yaml:15:3: corrections.emergency-services: "emergency-services" is the '
            "same everywhere, and stays as it is; take this out",
        ),
    ),
    BadOwn(
        "  information:\n",
        "  informations:\n",
        (
            'own-contacts.yaml:15:3: corrections.informations: "informations" is not a field here; '
            "did you mean `information`?",
        ),
    ),
    BadOwn(
        'replaces: "0113 496 0004"',
        'replaces: "0113 496 0099"',
        (
            'own-contacts.yaml:17:15: corrections.information.replaces: "0113 496 0099" is not the '
            "number leedshelp came with, which is 0113 496 0004; look at both again",
        ),
    ),
    BadOwn(
        '    replaces: "0113 496 0004"\n',
        "",
        ("own-contacts.yaml:16:5: corrections.information.replaces: is missing; add it as text",),
    ),
    BadOwn(
        'number: "0113 496 0104"',
        'number: "0113 496 0004"',
        (
            'own-contacts.yaml:16:13: corrections.information.number: "0113 496 0004" is the number '
            "leedshelp came with; there is nothing to correct, so take this out",
        ),
    ),
    BadOwn(
        'number: "0113 496 0104"',
        'number: "999"',
        (
            'own-contacts.yaml:16:13: corrections.information.number: "999" is the same everywhere; '
            "write a number of their own",
        ),
    ),
    BadOwn(
        "    source: A letter from the line\n",
        "",
        ("own-contacts.yaml:16:5: corrections.information.source: is missing; add it as text",),
    ),
    BadOwn(
        "date: 2026-10-01",
        "date: 2026-10",
        (
            'own-contacts.yaml:19:11: corrections.information.date: "2026-10" is not a day of the '
            "calendar; write year, month and day, as 2026-12-25",
        ),
    ),
    BadOwn(
        "date: 2026-10-01",
        "date: 2027-10-01",
        (
            'own-contacts.yaml:19:11: corrections.information.date: "2027-10-01" is still to come; '
            "write a day of the past",
        ),
    ),
    BadOwn(
        "date: 2026-10-01",
        "date: 2026-10-01\n    helps: Ring me instead.",
        (
            'own-contacts.yaml:20:5: corrections.information.helps: "helps" is not a field here; use '
            "one of: number, replaces, date, source",
        ),
    ),
    BadOwn(
        "corrections:\n",
        "words: {must: You need not ring.}\ncorrections:\n",
        (
            'own-contacts.yaml:14:1: words: "words" is not a field here; use one of: agency, people, '
            "corrections",
        ),
    ),
    BadOwn(
        "line-manager:\n",
        "line-manager: Sam Sample\n",
        (
            "own-contacts.yaml:5:5: people.line-manager: the line above has a value already; take "
            "that out, or start this line further to the left",
        ),
    ),
    BadOwn(
        "name: Sam Sample",
        f"name: Sam {'Sample ' * 12}",
        (
            'own-contacts.yaml:5:13: people.line-manager[0].name: "Sam Sample Sample Sample Sample '
            'Sample Sample Sample Sample Sample Sample Sample Sample" is longer than 80 characters; '
            "say it in fewer",
        ),
    ),
    BadOwn(
        "title: Head of year",
        "title: Head of year. You need not ring anybody else",
        (
            'own-contacts.yaml:6:14: people.line-manager[0].title: "Head of year. You need not ring '
            'anybody else" tells people whom to ring, or not to ring; take that out',
        ),
    ),
    BadOwn(
        "source: A letter from the line",
        "source: They said do not refer",
        (
            'own-contacts.yaml:18:13: corrections.information.source: "They said do not refer" tells '
            "people whom to ring, or not to ring; take that out",
        ),
    ),
    BadOwn(
        "agency: Example",
        "agency:Example",
        ("own-contacts.yaml:2:7: there is no space after this colon; put one there",),
    ),
    BadOwn(
        "name: Jo Sample",
        "name: The Night Team, new number",
        (
            'own-contacts.yaml:10:13: people.line-manager[1].name: "The Night Team, new number" '
            "names Night Team, which is a team; write the name of a person",
        ),
    ),
    BadOwn(
        'number: "0113 496 0104"',
        'number: "0113 496 0003"',
        (
            'own-contacts.yaml:16:13: corrections.information.number: "0113 496 0003" is an old '
            "number of Night Team, which has 0113 496 0002 now; write another",
        ),
    ),
    BadOwn(
        "date: 2026-10-01",
        "date: 2012-10-01",
        (
            'own-contacts.yaml:19:11: corrections.information.date: "2012-10-01" is earlier than '
            "when the other number was seen (2013); a correction must be later",
        ),
    ),
    BadOwn(
        "hours: Mornings",
        "hours: Mornings, else 0113/496/0109",
        (
            'own-contacts.yaml:12:14: people.line-manager[1].hours: "Mornings, else 0113/496/0109" '
            "holds a telephone number; write it under `number`",
        ),
    ),
]
