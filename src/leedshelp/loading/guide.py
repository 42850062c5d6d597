"""`guide/`: a page for each topic, in Markdown of the plainest kind, below fields of its own.

A page has headings (`## `), paragraphs and lists (`- `), which every face can show, and no other Markdown.
Each paragraph and each item ends with the ids of its documents in square brackets: `[leeds-2015]`.
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from leedshelp.directory import Directory
from leedshelp.errors import DataError, Problem
from leedshelp.guide import Kind, Page, Part
from leedshelp.loading import bytes_of
from leedshelp.loading.fields import Fields, suggestion
from leedshelp.loading.nodes import Report, Scalar, TooManyError
from leedshelp.loading.numbers import LIKE_A_NUMBER, plain
from leedshelp.loading.reading import decoded, read
from leedshelp.rules import FALSE_COMFORT
from leedshelp.wording import Topic

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

FOLDER = "guide"

_FENCE = "---"
_MARKS = {"## ": Kind.HEADING, "- ": Kind.ITEM}
_SOURCES = re.compile(r" *\[([^][]*)]$")
_MARKUP = re.compile(r"[][*_`<>|\\~#{}]|&#?\w+;|://|www[.]")
_MARKUP_OF_LINES = re.compile(r"[-+=](?=[-+= ]|$)|[0-9]+[.)](?= |$)")
_NOT_SHOWN = "is Markdown that not every screen can show; use only headings (##), paragraphs and lists (-)"


class _Block:
    """A heading, a paragraph or an item: its kind and its lines, each with its place."""

    def __init__(self, kind: Kind, line: Scalar) -> None:
        self.kind = kind
        self.lines = [line]

    @property
    def text(self) -> str:
        """The lines as one."""
        return " ".join(line.text for line in self.lines)

    def found(self, match: re.Match[str], group: int = 0) -> Scalar:
        """A part of the text, with the place where it starts."""
        position, rest = match.start(group), iter(self.lines)
        line = next(rest)
        while position > len(line.text):
            position -= len(line.text) + 1
            line = next(rest)
        return Scalar(line.line, line.column + position, match[group])


def load_guide(folder: "Traversable", directory: Directory) -> tuple[Page, ...]:
    """The pages of the guide in a folder of data, in the order of the topics; none where it has no guide.

    Raises `DataError` with every problem found, in the order of the pages and their lines.
    """
    pages, reports = {}, []
    for path in _files(folder / FOLDER):
        report = Report(f"{FOLDER}/{path.name}")
        reports.append(report)
        with suppress(TooManyError):
            pages[_stem(path)] = _page(path, directory, report)
    if problems := tuple(problem for report in reports for problem in report.in_order()):
        raise DataError(problems)
    return tuple(page for topic in Topic if (page := pages.get(topic)))


def _files(folder: "Traversable") -> list["Traversable"]:
    """The files of pages; none where there is no such folder."""
    try:
        return sorted(
            (file for file in folder.iterdir() if file.name.endswith(".md")), key=lambda file: file.name
        )
    except OSError:
        return []


def _stem(path: "Traversable") -> str:
    """The name of a page's file without its end, which is the topic."""
    return path.name.removesuffix(".md")


def unwritten(directory: Directory, pages: Iterable[Page]) -> tuple[Problem, ...]:
    """A problem for each topic that the words point to, and no page is about."""
    words = directory.words
    ways = [each.words for each in directory.circumstances.values()]
    named = {each.guide for each in words.consent.values()}
    named |= {each.guide for each in (*words.outcomes.values(), *ways)}
    missing = named - {page.id for page in pages} - {None}
    what = "an advice points to this page, and it is not there; write it, or take out what points to it"
    return tuple(Problem(f"{FOLDER}/{topic}.md", 1, 1, "", None, what) for topic in Topic if topic in missing)


def _page(path: "Traversable", directory: Directory, report: Report) -> Page | None:
    """The page of one file; what is wrong goes to its report."""
    if _stem(path) not in list(Topic):
        report.file = FOLDER  # the name of a file may hold anything
        report.at(1, 1, f"{path.name!a} is not about a topic; {suggestion(_stem(path), Topic)}")
        return None
    lines = _lines(path, report)
    if lines[:1] != [_FENCE] or _FENCE not in lines[1:]:
        if not report.problems:
            what = f"the page does not start with its fields between two lines of {_FENCE}; add them"
            report.at(1, 1, what)
        return None
    end = lines.index(_FENCE, 1)
    root = read("\n".join(["", *lines[1:end]]).encode(), report)
    if root is None:
        return None
    with Fields(root, "", report) as fields:
        title, about = fields.text("title"), fields.text("about")
        sources = fields.references("sources", "document")
    blocks = _blocks([Scalar(at, 1, line) for at, line in enumerate(lines[end + 1 :], end + 2)], report)
    if not blocks:
        report.at(len(lines), 1, "the page says nothing; write it below this line")
    numbers = _numbers(directory)
    parts = tuple(_part(block, sources, numbers, report) for block in blocks)
    _check_sources(parts, directory, report)
    return Page(Topic(_stem(path)), title, about, sources, parts)


def _lines(path: "Traversable", report: Report) -> list[str]:
    """The lines of a file, without spaces at their ends; none of one at fault, which is reported."""
    try:
        text = decoded(bytes_of(path), report)
    except OSError as error:
        report.at(1, 1, f"cannot be read ({error.strerror}); put the page here, or take this out")
        return []
    return [line.rstrip() for line in (text or "").splitlines()]


def _blocks(body: list[Scalar], report: Report) -> list[_Block]:
    """The lines put together: a blank line, a heading or the mark of an item starts a new block."""
    blocks: list[_Block] = []
    is_open = False
    for line in body:
        mark = next((each for each in _MARKS if line.text.startswith(each)), "")
        text = line.text[len(mark) :].lstrip()
        said = Scalar(line.line, len(line.text) - len(text) + 1, text)
        if not text:
            is_open = False
            continue
        if found := _MARKUP_OF_LINES.match(text):
            report.add(Scalar(said.line, said.column, found[0]), "", _NOT_SHOWN)
        if mark or not is_open:
            if not mark and said.column > 1:
                what = "is further in than other lines; start it in the first column"
                report.add(said, "", what)
            blocks.append(_Block(_MARKS.get(mark, Kind.PARAGRAPH), said))
        else:
            blocks[-1].lines.append(said)
        is_open = blocks[-1].kind is not Kind.HEADING
    return blocks


def _part(block: _Block, known: tuple[str, ...], numbers: re.Pattern[str], report: Report) -> Part:
    """A block with its documents taken off its end, and what no page may hold reported."""
    text = block.text
    sources: tuple[str, ...] = ()
    if found := numbers.search(plain(text)):
        what = "is a telephone number; name the team, and keep its number in contacts.yaml"
        report.add(block.found(found), "", what)
    if block.kind is not Kind.HEADING and (found := _SOURCES.search(text)):
        sources = _sources(block.found(found, 1), known, report)
        text = text[: found.start()]
    if found := FALSE_COMFORT.search(text):
        what = "may be taken to say that nothing is to be done; say what to do"
        report.add(block.found(found), "", what)
    if found := _MARKUP.search(text):
        report.add(block.found(found), "", _NOT_SHOWN)
    elif block.kind is not Kind.HEADING and not (text and sources):
        what = "needs both words and, at their end, the documents they rest on, like this: [leeds-2015]"
        report.add(block.lines[0], "", what)
    return Part(block.kind, " ".join(text.split()), sources)


def _sources(written: Scalar, known: tuple[str, ...], report: Report) -> tuple[str, ...]:
    """The ids in square brackets at the end of a statement."""
    sources = tuple(each.strip() for each in written.text.split(","))
    for position, source in enumerate(sources):
        at = written._replace(text=source)
        if source in sources[:position]:
            report.add(at, "", "is in these brackets already; keep one of the two")
        elif known and source not in known:
            report.add(at, "", f"is not among the sources of this page; {suggestion(source, known)}")
    return sources


def _check_sources(parts: tuple[Part, ...], directory: Directory, report: Report) -> None:
    """Every source of a page is a document, and something on the page rests on it."""
    used = {source for part in parts for source in part.sources}
    for _, node, path in report.references:
        if node.text not in directory.documents:
            known = suggestion(node.text, directory.documents)
            report.add(node, path, f"is not a document of contacts.yaml; {known}")
        elif node.text not in used:
            what = "is the source of nothing on this page; refer to it, or take it out"
            report.add(node, path, what)


def _numbers(directory: Directory) -> re.Pattern[str]:
    """What is a telephone number in a text, the short ones that the data knows among them."""
    numbers = (number for contact in directory.contacts.values() for number in contact.numbers)
    short = {rf"\b{number.text}\b" for number in numbers if number.is_national}
    return re.compile("|".join([LIKE_A_NUMBER, *sorted(short)]))
