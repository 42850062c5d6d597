"""Which names a query fits: those whose telling words are all typed, or that hold all that is typed."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from leedshelp.triage.telling import PARENT, is_near, is_slip, stem, telling, words_of, wrong

_BEGUN = 5  # the letters from which the beginning of a word finds it


class Fit(NamedTuple):
    """How well a name fits a query: better fits are greater.

    `typed` are the places of the typed words that are in the name. A name is `exact` where it was typed as it
    is, and `whole` where all its telling words are typed; so many others are `extra` in it. It is `own` where
    it is no other name of something.
    """

    typed: frozenset[int]
    exact: bool
    whole: bool
    own: bool
    extra: int

    @property
    def rank(self) -> tuple[int, bool, bool, bool, int]:
        """What to sort fits by."""
        return len(self.typed), self.exact, self.whole, self.own, -self.extra

    def leaves_out(self, other: "Fit") -> bool:
        """Whether a worse fit has less of what was typed than this one, or the same in passing."""
        return other.typed < self.typed or (other.typed == self.typed and self.whole and not other.whole)


class _Name(NamedTuple):
    """A name: all its words, and its telling words."""

    all: list[str]
    words: list[str]

    @property
    def stems(self) -> frozenset[str]:
        """The stems of its telling words."""
        return frozenset(map(stem, self.words))

    def may_fit(self, words: set[str], letter: str) -> bool:
        """Whether it has one of some telling words, or begins with a letter: else it fits nothing."""
        return not words.isdisjoint(self.words) or self.all[0].startswith(letter)

    def is_in(self, typed: list[str]) -> bool:
        """Whether its words, of which one is telling, were typed one after the other: "in care", "no bed"."""
        return f" {' '.join(map(stem, self.all))} " in f" {' '.join(map(stem, typed))} "


class Names:
    """The names of some things: those of one in a sequence, its own first."""

    def __init__(self, names: Iterable[Sequence[str]]) -> None:
        self._names = [[name for text in of_one if (name := _name(text)).all] for of_one in names]
        self._stems = {word: stem(word) for of_one in self._names for name in of_one for word in name.words}
        self._known = frozenset(self._stems.values())

    def fitting(self, query: str) -> list[int]:
        """The places of the things that a query fits, the best first, and none that tells nothing more."""
        typed = words_of(query)
        if not typed:
            return []
        sought = self._sought(typed)
        meant = frozenset().union(*sought)
        words = {word for word, its_stem in self._stems.items() if its_stem in meant}
        fits = [
            (max(of_it, key=lambda fit: fit.rank), place)
            for place, names in enumerate(self._names)
            if (
                of_it := [
                    fit
                    for own, name in enumerate(names)
                    if name.may_fit(words, typed[0][0])
                    if (fit := _fit(name, typed, sought, own=not own))
                ]
            )
        ]
        kept: list[tuple[Fit, int]] = []
        for fit, place in sorted(fits, key=lambda pair: pair[0].rank, reverse=True):
            if not any(better.leaves_out(fit) for better, _ in kept):
                kept.append((fit, place))
        return [place for _, place in kept]

    def near(self, query: str) -> list[str]:
        """The words of names that are nearly spelled like words of a query, the nearest first."""
        near = {
            known: wrong(typed, known)
            for typed in telling(words_of(query))
            for known in self._stems
            if is_near(typed, known)
        }
        return sorted(near, key=lambda known: near[known])

    def _sought(self, typed: list[str]) -> list[frozenset[str]]:
        """For each telling word typed, what it may stand for in a name; nothing, where it is not known."""
        sought: list[frozenset[str]] = []
        rest = list(typed)
        while rest:
            word, *rest = rest
            if rest and word + rest[0] in self._stems and telling([word, rest[0]]):  # as in "child line"
                sought.append(frozenset({self._stems[word + rest.pop(0)]}))
            elif telling([word]):
                sought += self._meanings(word)
        return sought

    def _meanings(self, word: str) -> list[frozenset[str]]:
        """What one telling word may stand for; two words, where they are written as one."""
        if stem(word) in self._known:
            return [frozenset({stem(word)})]
        pairs = (pair for of_one in self._names for name in of_one for pair in pairwise(name.words))
        if pair := next((pair for pair in pairs if "".join(pair) == word), None):  # as in "selfharm"
            return [frozenset({stem(part)}) for part in pair]
        slips = {known: wrong(word, known) for known in self._stems if is_slip(word, known)}
        least = min(slips.values(), default=0)
        meant = [known for known, letters in slips.items() if letters == least]
        begun = [known for known in self._stems if len(word) >= _BEGUN and known.startswith(word)]
        return [frozenset(self._stems[known] for known in begun or meant)]


def _name(text: str) -> _Name:
    words = words_of(text)
    return _Name(words, telling(words))


def _fit(name: _Name, typed: list[str], sought: list[frozenset[str]], *, own: bool) -> Fit | None:
    """How a name fits what was typed, or `None`. A name that is typed exactly fits, whatever its words."""
    stems = name.stems
    hits = frozenset(place for place, meanings in enumerate(sought) if meanings & stems)
    exact = "".join(map(stem, name.all)) == "".join(map(stem, typed))
    tells = any(sought[place] - {PARENT} for place in hits)
    is_phrase = len(name.words) == 1 < len(name.all)
    whole = tells and (name.is_in(typed) if is_phrase else stems <= frozenset().union(*sought))
    if exact or whole or (tells and len(hits) == len(sought)):
        return Fit(hits, exact, exact or whole, own, len(stems) - len(hits))
    return None
