"""Read the skills that a person types: what names them in O*NET and in profiles, mistyped ones too."""

from __future__ import annotations

from collections.abc import Iterable

from careercli.catalog.listing import Listing
from careercli.model.words import MARKS, nearest, normalize
from careercli.moves import skills
from careercli.store import skill_index
from careercli.store.search import bundled

_SHORTEST = 5
"""Letters of the shortest word that is corrected: shorter ones are mostly abbreviations."""


class TypedSkills:
    """Skills as they were typed, each once, and by its place what names it.

    `elements` are O*NET's, `lines` of profiles by the role's id, `roles` every role of the listing; `corrected` says
    what a mistyped skill was read as. A word of job titles, such as `nursing`, is not looked for within the names of
    products that hardly any occupation lists.
    """

    def __init__(self, typed: Iterable[str], listing: Listing) -> None:
        self._listing = listing
        self.names = [each for each in dict.fromkeys(" ".join(name.split()) for name in typed) if normalize(each)]
        self.corrected: dict[str, str] = {}
        spelled = list(map(_spellings, self.names))
        self.elements = skill_index.elements_named(spelled)
        self.roles, self.lines = listing.naming(spelled)
        usual = {*skill_index.usual(each for elements in self.elements for each in elements)}
        for at, name in enumerate(self.names):
            self.elements[at] = self._meant(at, spelled[at], usual)
            if self._is_unknown(at) and (read := self._respelled(name)):
                self.corrected[name], spelled[at] = read, _spellings(read)
                (self.elements[at],) = skill_index.elements_named([spelled[at]])
        if self.corrected:
            self.roles, self.lines = listing.naming(spelled)
            self.corrected = {name: read for name, read in self.corrected.items() if name not in self.unknown}

    @property
    def unknown(self) -> list[str]:
        """Return the skills that no source names."""
        return [name for at, name in enumerate(self.names) if self._is_unknown(at)]

    @property
    def work(self) -> list[str]:
        """Return those of them that job titles have every word of."""
        return [name for name in self.unknown if bundled().knows_all(name)]

    def _meant(self, at: int, spellings: list[str], usual: set[skill_index.Element]) -> list[skill_index.Element]:
        """Return what a skill means: whole names and `usual` ones, else of a maker, else any that has the words."""
        named = self.elements[at]
        meant = [each for each in named if each in usual or normalize(each.title) in spellings]
        if meant:
            return meant
        within = skill_index.elements_with(spellings[0])
        makers = skill_index.starting_with(spellings[0], within)
        if skill_index.usual(makers):
            return makers
        if bundled().knows_all(self.names[at]):
            return []
        return named or ([] if self.lines[at] else within)

    def _is_unknown(self, at: int) -> bool:
        return not (self.elements[at] or self.lines[at])

    def _respelled(self, name: str) -> str:
        """Return a name with each unknown word read as the nearest known; empty where that is not another name."""
        words = normalize(name).split()
        read = [word if len(word) < _SHORTEST or bundled().knows_all(word) else self._nearest(word) for word in words]
        return "" if read == words else " ".join(read)

    def _nearest(self, word: str) -> str:
        rated, has = {each.strip(MARKS) for each in skill_index.words_of_elements(word[0])}, self._listing.has
        known = rated.union(self._listing.words_like(word))
        return min(nearest(word, known, lambda each: each in rated or has(each)), default=word)


def _spellings(name: str) -> list[str]:
    """Return a name and those that the reviewed table says mean the same, normalized."""
    return list(dict.fromkeys(map(normalize, [name, *skills.alike(name)])))
