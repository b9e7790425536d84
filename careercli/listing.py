"""The catalogue as a list: its cards, and finding those that match."""

from collections.abc import Mapping, Sequence
from functools import cached_property, reduce
from itertools import compress
from operator import and_, or_
from typing import NamedTuple

from careercli import search
from careercli.cards import Card, Entries, Entry
from careercli.search import folded, stem
from careercli.shelf import CERTIFICATIONS, EDUCATION, SKILLS, Shelf, numbers_of, shelf_of
from careercli.shelving import Kind


class Filters(NamedTuple):
    """What may be asked of roles and occupations; empty asks nothing. `min_wage` is in dollars a year.

    `words` are words to search for, as typed.
    """

    words: tuple[str, ...] = ()
    family: str = ""
    skill: str = ""
    certification: str = ""
    education: str = ""
    min_wage: float | None = None


class Found(NamedTuple):
    """The cards that match, in the order of the list, and what each word that stands nowhere was read as."""

    cards: list[Card]
    read: dict[str, tuple[str, ...]]


class Listing:
    """The cards of some shelves: those of one shelf after another, or of roles by id."""

    def __init__(self, roles: Sequence[Shelf], occupations: Shelf | None = None) -> None:
        """`roles` are the shelves of directories; no two hold the same id."""
        self._roles = list(roles)
        self._shelves = [*roles, *([occupations] if occupations else [])]
        self._unpacked: dict[int, list[Card]] = {}
        self._with_word: dict[str, list[int]] = {}

    @cached_property
    def cards(self) -> list[Card]:
        """All of them: roles by id, then occupations by code."""
        return self._cards([shelf.all for shelf in self._shelves])

    def named(self, text: str) -> list[Card]:
        """The cards of which one name is this very folded text: an id, a title, an alias, an occupation or a family."""
        return self._cards([shelf.named(text) for shelf in self._shelves])

    def find(self, filters: Filters) -> Found:
        """What matches all that is asked; if nothing does, words that stand nowhere are read as what they may mean."""
        words = [word for each in filters.words for word in folded(each).split()]
        cards = self._matching(filters, words, {})
        if cards or not words:
            return Found(cards, {})
        unknown = [word for word in dict.fromkeys(words) if not self.stands(word)]
        read = {word: meant for word in unknown if (meant := search.meant(word, self))}
        return Found(self._matching(filters, words, read) if read else [], read)

    # -- what search.meant asks

    def stands(self, word: str) -> bool:
        """Whether any text has the word."""
        return any(self._having(word))

    def initialled(self, letters: str) -> list[str]:
        """The texts of several words whose first letters these are."""
        return list(dict.fromkeys(text for shelf in self._shelves for text in shelf.initialled(letters)))

    def words(self) -> set[str]:
        """Every word of letters alone, of cards that are left out too."""
        return {word for shelf in self._shelves for word in shelf.vocabulary()}

    def has(self, word: str) -> bool:
        """Whether a card that is not left out has this one of the words."""
        return any(shelf.has(word) for shelf in self._shelves)

    def _matching(self, filters: Filters, words: Sequence[str], read: Mapping[str, tuple[str, ...]]) -> list[Card]:
        asked = [[self._having(each) for each in read.get(word, (word,))] for word in words]
        numbers = [
            _meeting([reduce(or_, (each[at] for each in those), 0) for those in asked], shelf, filters)
            for at, shelf in enumerate(self._shelves)
        ]
        cards = self._cards(numbers)
        if filters.family:
            cards = [card for card in cards if _is_of(card, filters.family)]
        if filters.min_wage is not None:
            cards = [card for card in cards if card.wage is not None and card.wage >= filters.min_wage]
        return cards

    def _having(self, word: str) -> list[int]:
        """The cards with a word, for each shelf; whoever types on asks for the same words again."""
        if word not in self._with_word:
            if len(self._with_word) >= _MOST_WORDS:
                self._with_word.clear()
            self._with_word[word] = [shelf.with_word(word) for shelf in self._shelves]
        return self._with_word[word]

    def _cards(self, wanted: Sequence[int]) -> list[Card]:
        """The wanted cards of each shelf."""
        found: list[Card] = []
        for shelf, those in enumerate(wanted):
            found += self._of_shelf(shelf, those) if those else []
            if shelf == len(self._roles) - 1 > 0:
                found.sort(key=lambda card: card.id)
        return found

    def _of_shelf(self, at: int, wanted: int) -> list[Card]:
        """The wanted cards of a shelf; all of it are unpacked once, and few on their own."""
        shelf, known = self._shelves[at], self._unpacked.get(at)
        if known is None:
            if wanted != shelf.all:
                return shelf.cards_of(numbers_of(wanted))
            known = self._unpacked[at] = shelf.cards_of(range(shelf.size))
        is_all = wanted == shelf.all and not shelf.hidden
        return known[:] if is_all else list(compress(known, _signs(wanted)))


_MOST_WORDS = 100
_SIGNS = bytes.maketrans(b"01", b"\0\1")


CARDS: Kind[Shelf, Entry] = Kind(
    name="cards",
    parts=Shelf._fields,
    asked=Shelf._fields,
    maker=lambda: Entries().of,
    ids=lambda shelf: [card.id for card in shelf.cards_of(range(shelf.size))],
    shelf_of=shelf_of,
    parts_of=Shelf._asdict,
    made_of=lambda parts: Shelf(**parts),
    entries=Shelf.entries,
    without=Shelf.without,
)
"""What the list of all roles is made of."""


def _meeting(found: list[int], shelf: Shelf, filters: Filters) -> int:
    """The cards of a shelf that are among all those found and have the texts that the filters ask for."""
    if filters.skill:
        roots = [stem(word) for word in folded(filters.skill).split()]
        found.append(shelf.with_all(roots, SKILLS))
    if filters.certification:
        found.append(shelf.having(folded(filters.certification), CERTIFICATIONS))
    if filters.education:
        found.append(shelf.having(folded(filters.education), EDUCATION))
    return reduce(and_, found, shelf.all)


def _signs(cards: int) -> bytes:
    """A one for every bit that is set, a zero for each other."""
    return bin(cards)[:1:-1].encode().translate(_SIGNS)


def _is_of(card: Card, family: str) -> bool:
    """Whether a card's family has that in its name, or its code begins so."""
    return card.occupation.startswith(family) or folded(family) in folded(card.family)
