"""The plain part of YAML that a data file may be written in, checked line by line.

Two parsers of YAML, and two versions of one, differ in what they take, where they give up and what they say
of it. So a text is checked here before a parser sees it: what passes, every parser reads alike; what does
not gets its place, its field and its remedy from here.
"""

import re

from leedshelp.loading import values
from leedshelp.loading.cursor import Block, Cursor, StopError
from leedshelp.loading.values import NAME, NOTE, indent, unquoted

# A hyphen that starts an item of a list.
_ITEM = re.compile("-(?: +|$)")
# What may stand on the line before a text of its own lines: ">-", and a note.
_BLOCK_OF_TEXT = re.compile("[|>][+-]?(?: +#.*| *)$")

# What people type by mistake at the start of a line, and what to do about it. The last character is at fault.
_SLIPS = (
    ("""([\"']?)[a-z][a-z_-]*\\1:(?=[^ :/])""", "there is no space after this colon; put one there"),
    ("-(?=[^ -])", "there is no space after this hyphen; put one there"),
    (
        r"[\N{BULLET}\N{MIDDLE DOT}\N{EN DASH}\N{EM DASH}*+](?= )",
        "a line of a list starts with a hyphen and a space; type them in place of this",
    ),
    (r"\?(?= |$)", "a name must be text; write it as name: value"),
)

# Remedies and faults that more than one check tells of.
_AGAIN = "start again from the one leedshelp came with"
_NO_COLON = "this line has no colon; write it as name: value"


class Grammar(Cursor):
    """A text that has been checked: its `faults`, and the field that each line belongs to."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._blocks: list[Block | None] = []
        """For each line so far, the block that it belongs to."""
        self._lacks_value = True
        """Whether the name or the hyphen that was read last has no value yet; so it is at the start."""
        self._unquoted: tuple[int, int] | None = None
        """The row and the column of the last value, if it has no quotes: only such a one may run on."""
        try:
            while self.row < len(self.lines):
                self._check_line()
                self._keep_block()
                self.row += 1
        except StopError:
            self._keep_block()
        else:
            self._check_whole()

    def path(self, line: int) -> str:
        """The path of the field that a line (from 1) belongs to, or "" if the check ended before it."""
        block = self._blocks[line - 1] if line <= len(self._blocks) else None
        return block.path if block else ""

    def _check_whole(self) -> None:
        """Refuse a file whose lines are all in order, but which is empty or one list."""
        self.block, self.row = None, 0
        lines = [line.strip() for line in self.lines]
        starts = (row for row, line in enumerate(lines) if line and not line.startswith(("#", "---")))
        start = next(starts, None)
        if start is None:
            content = "nothing but notes (#)" if any(lines) else "nothing"
            self.report(0, f"{content} is written here; {_AGAIN}")
        elif lines[start][0] in "-[":
            self.row = start
            self.report(indent(self.line), f"the file is one list, not `name: value` lines; {_AGAIN}")

    def _keep_block(self) -> None:
        """Note the block for the line, and for those above it that belong to the same value."""
        self._blocks += [self.block] * (self.row + 1 - len(self._blocks))

    def _check_line(self) -> None:
        """Check a line, and those after it over which its value runs on."""
        line = self.line
        column = indent(line)
        if column == len(line) or line[column] == "#":
            return
        if line.startswith(("---", "...", "%")):
            self._check_mark(line)
            return
        self._leave_blocks(column, is_item=bool(_ITEM.match(line, column)))
        while item := _ITEM.match(line, column):
            self._enter(column, is_list=True)
            column = item.end()
        name = NAME.match(line, column)
        if name:
            self._enter(column, is_list=False, name=unquoted(name[1]))
            values.check_escapes(self, column, name.end(1))
            column = name.end() + indent(line[name.end() :])
            if name[1].strip() == "<<":
                self.report(name.start(), "`<<` copies another part; write the fields out here")
        if column == len(line) or line[column] == "#":
            return
        if not name:
            self._check_place_of_value(column)
        self._check_value(column)

    def _check_mark(self, line: str) -> None:
        """Check a line that YAML takes for the mark of a document: one `---`, above all else, is fine."""
        self.block = None
        above = (earlier.lstrip(" ") for earlier in self.lines[: self.row])
        if not line.startswith("---") or not NOTE.match(line, 3):
            self.stop(0, "a line cannot start like this; take it out")
        if any(earlier and not earlier.startswith("#") for earlier in above):
            self.stop(0, "`---` starts a second document; a file holds only one")

    def _leave_blocks(self, column: int, *, is_item: bool) -> None:
        """Leave the blocks that a line cannot belong to, as it starts further to the left."""
        block = self.block
        while block and (block.column > column or (block.column == column and block.is_list and not is_item)):
            block = block.outer
            self._lacks_value = False
            self._unquoted = None
        self.block = block

    def _enter(self, column: int, *, is_list: bool, name: str = "") -> None:
        """Take in the item or the name in a column: the next of its block, or the first of a new one."""
        block = self.block
        if block and (block.column, block.is_list) == (column, is_list):
            self.block = block._replace(step=block.step + 1 if isinstance(block.step, int) else name)
        elif self._lacks_value and (
            not block or column > block.column or (column == block.column and is_list)
        ):
            self.check_depth(column)
            self.block = Block(column, is_list, block, 0 if is_list else name)
        else:
            self._refuse_column(column, name)
        self._lacks_value = True
        self._unquoted = None

    def _refuse_column(self, column: int, name: str) -> None:
        """Refuse an item or a name in a column where no block is, and none can begin."""
        block = self.block
        if self._unquoted and self._unquoted[1] == column:
            self.row, _ = self._unquoted
            self.stop(column, _NO_COLON)
        if block and block == self._blocks[-1]:
            if name and not block.is_list:
                self.block = block._replace(step=name)
            fault = (
                "the line above has a value already; take that out, or start this line further to the left"
            )
        else:
            fault = "names of one thing start in one column, and so do the hyphens of one list; this does not"
        self.stop(column, fault)

    def _check_place_of_value(self, column: int) -> None:
        """Refuse a value without a name on its line, unless the name or the hyphen before it lacks one."""
        block = self.block
        is_further_in = not block or column > block.column
        if block and not is_further_in:
            self.block = block.outer
        for slip, fault in _SLIPS:
            if mistake := re.compile(slip).match(self.line, column):
                self.stop(mistake.end() - 1, fault)
        if self.line[column] in "&*!":
            values.refuse_copy_or_tag(self, column)
            raise StopError
        if is_further_in and self._lacks_value and (block or self.line[column] in "[{"):
            return
        if is_further_in and self._unquoted:
            self.row, column = self._unquoted
            fault = "the value that starts here runs on"
            self.stop(column, f"{fault}; put it on one line, or write >- and start it on the next")
        self.stop(column, _NO_COLON)

    def _check_value(self, column: int) -> None:
        """Check the value that starts in a column, and that nothing but a note follows it."""
        first = self.line[column]
        self._lacks_value = False
        self._unquoted = None
        if first in "[{":
            row, end = self.row, values.check_brackets(self, column)
            if re.compile(" *:").match(self.line, end):
                self.row = row
                self.stop(column, "a name must be text; write it as name: value")
            self._check_end(end, "bracket; put quotes round the whole of a text that has brackets")
        elif first in "\"'":
            end = values.check_quoted(self, column)
            self._check_end(end, "quote; put quotes of the other kind round the whole of it")
        elif first in "|>":
            self._check_block_of_text(column)
        elif first in "&*!":
            self._lacks_value = values.refuse_copy_or_tag(self, column)
        else:
            values.check_text(self, column)
            self._unquoted = self.row, column

    def _check_end(self, end: int, remedy: str) -> None:
        """Check that nothing but a note follows a value."""
        if not NOTE.match(self.line, end):
            self.stop(end - 1, f"more follows after this {remedy}")

    def _check_block_of_text(self, column: int) -> None:
        """Check `>-` or `|-` in a column, and go on to the last line of the text below it."""
        if not _BLOCK_OF_TEXT.match(self.line, column):
            remedy = "put quotes round the value, or write only >- here and the value on the next line"
            self.stop(column, f"a value cannot start with this character; {remedy}")
        least = self.block.column + 1 if self.block else 1
        has_begun = False
        while self.row + 1 < len(self.lines):
            line = self.lines[self.row + 1]
            start = indent(line)
            if not has_begun:
                least = max(least, start)
            if start < len(line):
                if start < least:
                    break
                has_begun = True
            self.row += 1
