"""The catalog as a list: its cards, and finding those that match."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, reduce
from itertools import accumulate, compress, pairwise
from operator import and_, or_
from typing import NamedTuple, overload

from careercli import search
from careercli.cards import Card, Entries, Entry
from careercli.search import normalize, stem
from careercli.shelf import CERTIFICATIONS, EDUCATION, SKILLS, Shelf, numbers_of, shelf_of, signs_of
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


class Cards(Sequence[Card]):
    """Some cards of a list in their order, each unpacked when it is looked at."""

    def __init__(self, places: Sequence[int], unpacked: Callable[[Sequence[int]], list[Card]]) -> None:
        """`places` are the numbers of the cards, and `unpacked` makes cards of such."""
        self._places, self._unpacked = places, unpacked

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> Card: ...
    @overload
    def __getitem__(self, at: slice) -> Cards: ...
    def __getitem__(self, at: int | slice) -> Card | Cards:
        if isinstance(at, slice):
            return Cards(self._places[at], self._unpacked)
        return self._unpacked((self._places[at],))[0]

    def __iter__(self) -> Iterator[Card]:
        return iter(self._unpacked(self._places))


class Found(NamedTuple):
    """The cards that match, in the order of the list, and what each word that stands nowhere was read as."""

    cards: Sequence[Card]
    read: dict[str, tuple[str, ...]]


class Listing:
    """The cards of some shelves: those of one shelf after another, or of roles by id."""

    def __init__(self, roles: Sequence[Shelf], occupations: Shelf | None = None) -> None:
        """`roles` are the shelves of directories; no two hold the same id."""
        roles = [shelf for shelf in roles if shelf.size]
        self._roles = len(roles)
        self._shelves = [*roles, *([occupations] if occupations else [])]
        self._firsts = [0, *accumulate(shelf.size for shelf in self._shelves)]
        self._unpacked: dict[int, Card] = {}
        self._with_word: dict[str, list[int]] = {}

    @cached_property
    def cards(self) -> Sequence[Card]:
        """All of them: roles by id, then occupations by code."""
        return Cards([*self._places.values()], self._at)

    def knows(self, card_id: str) -> bool:
        """Whether there is a card of this id."""
        return card_id in self._places

    def named(self, text: str) -> Sequence[Card]:
        """The cards of which one name is this very folded text: an id, a title, an alias, an occupation or a family."""
        return self._cards([shelf.named(text) for shelf in self._shelves])

    def find(self, filters: Filters) -> Found:
        """What matches all that is asked; if nothing does, words that stand nowhere are read as what they may mean."""
        words = [word for each in filters.words for word in normalize(each).split()]
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

    def _matching(self, filters: Filters, words: Sequence[str], read: Mapping[str, tuple[str, ...]]) -> Sequence[Card]:
        asked = [[self._having(each) for each in read.get(word, (word,))] for word in words]
        numbers = [
            _meeting([reduce(or_, (each[at] for each in those), 0) for those in asked], shelf, filters)
            for at, shelf in enumerate(self._shelves)
        ]
        cards: Sequence[Card] = self._cards(numbers)
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

    def _cards(self, wanted: Sequence[int]) -> Cards:
        """The wanted cards of each shelf, in the order of the list; where all were asked for, it is known."""
        if "_places" not in self.__dict__:
            return Cards([*self._in_order(wanted).values()], self._at)
        places = self._places.values()
        signs = b"".join(
            signs_of(those).ljust(shelf.size, b"\0") for shelf, those in zip(self._shelves, wanted, strict=True)
        )
        return Cards([*compress(places, map(signs.__getitem__, places))], self._at)

    @cached_property
    def _places(self) -> dict[str, int]:
        """By id, in the order of the list, the number of each card among those of all shelves."""
        return self._in_order([shelf.all for shelf in self._shelves])

    def _in_order(self, wanted: Sequence[int]) -> dict[str, int]:
        """The same for the wanted cards of each shelf alone."""
        places: dict[str, int] = {}
        for at, (shelf, those) in enumerate(zip(self._shelves, wanted, strict=True)):
            numbers = numbers_of(those)
            places.update(zip(shelf.ids(numbers), map(self._firsts[at].__add__, numbers), strict=True))
            if at == self._roles - 1 > 0:
                places = {card_id: places[card_id] for card_id in sorted(places)}
        return places

    def _at(self, places: Sequence[int]) -> list[Card]:
        """The cards of these numbers; each is unpacked once."""
        new = [place for place in places if place not in self._unpacked]
        for shelf, (first, end) in zip(self._shelves, pairwise(self._firsts), strict=True) if new else ():
            here = [place for place in new if first <= place < end]
            self._unpacked.update(zip(here, shelf.cards_of([place - first for place in here]), strict=True))
        return [self._unpacked[place] for place in places]


_MOST_WORDS = 100


CARDS: Kind[Shelf, Entry] = Kind(
    name="cards",
    parts=Shelf._fields,
    asked=Shelf._fields,
    maker=lambda made: Entries(made).of,
    builds_on_occupations=True,
    ids=lambda shelf: shelf.ids(range(shelf.size)),
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
        roots = [stem(word) for word in normalize(filters.skill).split()]
        found.append(shelf.with_all(roots, SKILLS))
    if filters.certification:
        found.append(shelf.having(normalize(filters.certification), CERTIFICATIONS))
    if filters.education:
        found.append(shelf.having(normalize(filters.education), EDUCATION))
    return reduce(and_, found, shelf.all)


def _is_of(card: Card, family: str) -> bool:
    """Whether a card's family has that in its name, or its code begins so."""
    return card.occupation.startswith(family) or normalize(family) in normalize(card.family)
