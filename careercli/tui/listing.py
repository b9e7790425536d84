"""The catalogue as cards: what a list shows of each role, and what of them matches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from careercli import rows, search
from careercli.catalog import Catalog, Filters, texts_of
from careercli.model import Subject, Value


class Card(NamedTuple):
    """What a list shows of one role."""

    subject: Subject

    @property
    def id(self) -> str:
        return self.subject.id

    def values(self) -> dict[str, Value]:
        """The row of the catalogue for programs."""
        return rows.of_role(self.subject)

    def texts(self) -> dict[str, str]:
        """The same for people."""
        return rows.role_texts(self.subject)


class Found(NamedTuple):
    """The cards that match, and what a mistyped word was read as."""

    cards: Sequence[Card]
    read: Mapping[str, tuple[str, ...]]


class Listing(NamedTuple):
    """All cards."""

    cards: Sequence[Card]

    def find(self, filters: Filters) -> Found:
        """The cards that match."""
        found = [card for card in self.cards if filters.keep(card.subject)]
        if found or not filters.words:
            return Found(found, {})
        texts = {text for card in self.cards for text in texts_of(card.subject)}
        unknown = [word for word in filters.words if not any(search.has(text, word) for text in texts)]
        meant = {word: hits for word in unknown if (hits := search.meant(word, texts))}
        again = filters._replace(meant=meant)
        return Found([card for card in self.cards if meant and again.keep(card.subject)], meant)


def listing(catalog: Catalog, everything: bool = False) -> Listing:
    """All of a catalogue."""
    return Listing([Card(each) for each in [*catalog.roles(), *(catalog.occupations() if everything else ())]])
