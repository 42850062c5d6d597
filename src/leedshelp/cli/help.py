r"""The texts that `--help` shows for the commands. They are no docstrings, as `python -OO` strips those.

A line of `\b` keeps the lines after it from being wrapped.
"""

LEEDSHELP = """Worried about a child in Leeds? See who to talk to next, and the number to ring.

\b
Examples:
  leedshelp ask                who to ring, after up to three questions
  leedshelp contacts speech    who to ring about speech and language
  leedshelp tiers              the three tiers of service

leedshelp is not an official service. It keeps nothing: the record belongs in your own agency's
system.
"""

NOW = """Show the numbers to ring now, and the commands; so does leedshelp alone.

\b
Examples:
  leedshelp now
  leedshelp now --json
"""

ASK = """Answer up to three questions, and see who to talk to and the number to ring.

Only what no option answers is asked. An option takes what the question takes: a word, its beginning, or
the number of the answer. The answers are never stored.

\b
Examples:
  leedshelp ask
  leedshelp ask --harm yes
  leedshelp ask --consent agreed --harm no --tier targeted
  leedshelp ask --concern bruise
  leedshelp ask --harm unsure --at 22:00
  leedshelp ask --harm yes --sheet call-sheet.html
  leedshelp ask --json > advice.json
"""

CONTACTS = """Find who can be rung, by team, service, role, tier or part of a number.

\b
Examples:
  leedshelp contacts
  leedshelp contacts duty
  leedshelp contacts speech therapist
  leedshelp contacts 0336
  leedshelp contacts --tier universal
"""

TIERS = """Show the tiers: examples of services, who to talk to, who helps to start the conversation.

\b
Examples:
  leedshelp tiers
  leedshelp tiers targeted
  leedshelp tiers --json
"""

MAKE = """Make a call sheet, a poster, a page for a browser, or the start of another council's data.

\b
Examples:
  leedshelp make sheet call-sheet.html
  leedshelp make poster poster.html
  leedshelp make page leedshelp.html
  leedshelp make place our-data
"""

MAKE_SHEET = """Write a blank call sheet, to have in the hand while ringing.

Nothing about a child is ever typed into leedshelp: what is known is written on the sheet by hand.
For the sheet of an advice: leedshelp ask --sheet FILE.

\b
Examples:
  leedshelp make sheet call-sheet.html
  leedshelp make sheet call-sheet.txt --force
"""

MAKE_POSTER = """Write a poster for the wall of a staff room: one page of A4, on its side.

Print it from a browser. A telephone can read the codes beside the numbers.

\b
Examples:
  leedshelp make poster poster.html
"""

MAKE_PAGE = """Write the questions as one page for a browser, which works without a network.

It can be sent by mail, put on an intranet, or kept on a telephone. It has your agency's own people in it
only if you name their file with --own.

\b
Examples:
  leedshelp make page leedshelp.html
  leedshelp make page leedshelp.html --own own-contacts.yaml
"""

MAKE_PLACE = """Start a folder of data for another council, to be filled in with a text editor.

Its numbers are made up. leedshelp check tells what is missing, until nothing is left.

\b
Examples:
  leedshelp make place our-data
  leedshelp check our-data
  leedshelp ask --data our-data
"""

SETUP = """Put your agency's own people in, by questions: role, name, number at work, hours.

They then stand on the first screen of an advice where they belong, and on sheets and posters. A number of
leedshelp that is wrong can be corrected; both are shown then. Nothing is sent anywhere.

\b
Examples:
  leedshelp setup
  leedshelp setup --own own-contacts.yaml
"""

GUIDE = """Read about good conversations: short pages, each statement with its document.

\b
Examples:
  leedshelp guide
  leedshelp guide conversations
  leedshelp guide consent --plain
"""

CHECK = """Check the data: what is wrong, the rules of safety, how old each number is, who disagrees.

\b
Examples:
  leedshelp check
  leedshelp check my-data
  leedshelp check --strict --max-age 18m
"""
