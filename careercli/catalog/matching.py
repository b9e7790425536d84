"""Tell how well a role or an occupation matches the words of a search, and why."""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

from careercli.model import titles, words
from careercli.store import search
from careercli.store.profile_rows import ProfileRow
from careercli.store.reviewed import set_aside
from careercli.store.search import EVERYDAY, OWN, TitleHit
from careercli.store.texts import CERTIFICATIONS, SKILLS, Hits, TextSearch

_NAME, _OCCUPATION, _NAMED, _ITS_OCCUPATION, _VOTED, _WORDS, _SKILLS, _PARTLY = range(8)
"""Ranks, best first."""

Listed = TypeVar("Listed", bound=tuple[int, str, object])
"""The number of a profile or 0, the code of an occupation, and the entry in the list."""

_RANKED_LETTERS = 3
"""Letters of the shortest text whose matches are ranked by names: fewer begin too many words."""


class Reason(NamedTuple):
    """Why something matches: in words; whether every word is in a name or title of it; whether any is."""

    text: str
    is_whole: bool
    is_near: bool


class Matches:
    """The matches of a text: names of profiles and titles of occupations; other words are looked for in the texts."""

    def __init__(
        self, text: str, texts: TextSearch, named: Callable[[str], Sequence[ProfileRow]], code: str = ""
    ) -> None:
        """Match `text`, or the occupation `code` where that was typed; `named` finds the profiles with a name."""
        self._text, self._texts, self._titles = text, texts, search.bundled()
        self.read: Sequence[Sequence[str]] = [(word,) for word in words.normalize(text).split()]
        """The words, each with the alternatives that it is read as."""
        self.is_spelled = False
        """True if some text has all the words as they were typed: they are no others mistyped."""
        self.found: Collection[int] = ()
        """The profiles whose texts have all the words, and 0 for occupations.

        If there are any, an occupation in whose titles only some are comes after them.
        """
        self.named: frozenset[int] = frozenset()
        self.aside = ""
        self._hits: Sequence[TitleHit] = [TitleHit(code, code, OWN)] if code else []
        for reading in () if code else search.readings(text):
            self.named = frozenset(row.id for row in named(reading.text))
            self._hits = self._titles.exact(reading.text)
            if self.named or self._hits:
                self.aside = reading.aside
                break

    @cached_property
    def titled(self) -> dict[str, tuple[int, TitleHit]]:
        """The occupations with such a title, by code, with their places, best first."""
        return {hit.code: (at, hit) for at, hit in enumerate(self._hits)}

    @cached_property
    def voted(self) -> dict[str, int]:
        """The places of the occupations that the words speak for, by code, where no title is alike."""
        if self.is_exact or not set_aside(self._text)[0]:
            return {}
        return {hit.code: at for at, hit in enumerate(self._titles.near(self._spelled))}

    @cached_property
    def _spelled(self) -> Sequence[Sequence[str]]:
        *_, reading = search.readings(self._text)
        return [titles.words(reading.text)] if self.is_spelled else self._titles.respelled(reading.text)

    @cached_property
    def whole(self) -> frozenset[str]:
        """The occupations that the words speak for in whose titles every word is."""
        return frozenset(
            code for code in self.voted if any(self._titles.has_words(code, each) for each in self._spelled)
        )

    @property
    def exact(self) -> Hits:
        """The profiles and occupations with such a name or title; a role by its occupation too."""
        return Hits(self.named, frozenset(self.titled))

    @property
    def meant(self) -> list[str]:
        """The code of the one occupation that such a title names without asking, if any."""
        hit = search.certain(self._hits) if self._hits else None
        return [hit.code] if hit else []

    def votes(self, everything: bool, found: Sequence[Hits]) -> list[str]:
        """Return the occupations that the words speak for, best first: `everything`, or those with every word.

        The latter are none if the words, each of which this was `found` by, are a skill that a profile names.
        """
        if everything:
            return list(self.voted)
        return [] if self._has_own(found) else [code for code in self.voted if code in self.whole]

    def _has_own(self, found: Sequence[Hits]) -> bool:
        """Return True if a profile's own texts have all words: in one line, or some in its names."""
        own = frozenset.intersection(*(hits.profiles for hits in found))
        if own and len(self.read) > 1:
            by_name = Hits.union(self._texts.with_names([each]) for each in self.read)
            own &= self._with_line(SKILLS, own) | self._with_line(CERTIFICATIONS, own) | by_name.profiles
        return bool(own)

    @property
    def is_exact(self) -> bool:
        """True if something has such a name or title: none of its words is then mistyped."""
        return bool(self.named or self._hits)

    def corrections(self, has: Callable[[str], bool]) -> dict[str, tuple[str, ...]]:
        """Return what each word that no text and no title has may mean: `networks` is network, `netwrok` network.

        `has` tells of a word whether anything listed has it.
        """
        if self.is_exact or not set_aside(self._text)[0]:
            return {}
        typed = [word for (word,) in dict.fromkeys(map(tuple, self.read)) if not has(word)]
        unknown = [word for word in typed if not self._titles.knows(titles.singular(word))]
        return {word: meant for word in unknown if (meant := self._respelled(word, has))}

    def _respelled(self, word: str, has: Callable[[str], bool]) -> tuple[str, ...]:
        """Return the words of titles nearest to a word, with those of texts unless a reading is a title of its own."""
        singular = titles.singular(word)
        if singular != word and has(singular):
            return (singular,)
        spelled = [f" {' '.join(each)} " for each in self._spelled]
        titled = [each for each in self._titles.spellings(singular) if each != singular]
        meant = [each for each in titled if any(f" {each} " in reading for reading in spelled)]
        if meant and len(meant) < len(titled):
            return tuple(meant)
        near = words.nearest(word, self._texts.words_like(word), has) if word.isalpha() else []
        if not near and (stem := words.stem(word)) != word and has(stem):
            return (stem,)
        return tuple(dict.fromkeys([*(each for each in titled if not near or " " not in each), *near]))

    # -- order

    def rank(self, profile: int, code: str) -> tuple[int, int]:
        """Return how well a profile, or an occupation where `profile` is 0, matches: the lower the better."""
        if profile in self.named:
            return _NAME, 0
        at, _ = self.titled.get(code, (-1, None))
        if at >= 0:
            return (_ITS_OCCUPATION if profile else _OCCUPATION), at
        if not profile and code in self.voted:
            is_best = not self.found or code in self.whole
            return (_VOTED if is_best else _PARTLY), self.voted[code]
        if profile in self._by_words.profiles or (not profile and code in self._by_words.codes):
            return (_NAMED if profile else _WORDS), 0
        return _SKILLS, 0

    @cached_property
    def _by_words(self) -> Hits:
        is_short = len(self._text) < _RANKED_LETTERS
        return Hits(frozenset(), frozenset()) if is_short else self._texts.with_names(self.read)

    @cached_property
    def _certified(self) -> frozenset[int]:
        found = self._with_line(CERTIFICATIONS, self.found)
        return found - self._with_line(SKILLS, found)

    def _with_line(self, column: str, among: Collection[int]) -> frozenset[int]:
        """Return which of some profiles have every word in one line of a column."""
        return self._texts.profiles_with_line(column, [each for each, *_ in self.read], among)

    def near(self, listed: Iterable[Listed]) -> list[Listed]:
        """Return what matches by a name or title, not by its skills alone."""
        profiles, titled = self.named | self._by_words.profiles, self.titled
        return [
            each for each in listed
            if each[1] in titled or (each[0] in profiles if each[0] else self._is_near(each[1]))
        ]  # fmt: skip

    def _is_near(self, code: str) -> bool:
        return code in self.voted or code in self._by_words.codes

    def reason(self, profile: int, code: str) -> Reason:
        """Return why that matches."""
        rank = self.rank(profile, code)[0]
        aside = f"; set aside: {self.aside}" if self.aside else ""
        if rank in (_OCCUPATION, _ITS_OCCUPATION):
            return Reason(f"{'occupation: ' if profile else ''}{_of_title(self.titled[code][1])}{aside}", True, True)
        if rank in (_VOTED, _PARTLY):
            is_whole = code in self.whole
            return Reason(f"{'every word' if is_whole else 'words'} in its titles", is_whole, True)
        if rank == _SKILLS and profile in self._certified:
            return Reason("its certifications", False, False)
        is_near = rank != _SKILLS
        return Reason(_WHY[rank] + (aside if rank == _NAME else ""), is_near, is_near)


_WHY = {
    _NAME: "its name",
    _NAMED: "every word in its names",
    _WORDS: "every word in its title or family",
    _SKILLS: "its skills, or part of a word",
}


def _of_title(hit: TitleHit) -> str:
    """Return which title matched and whose it is."""
    if hit.on_list == OWN:
        return "its title"
    return f"“{hit.title}”: {hit.why}" if hit.on_list == EVERYDAY else f"“{hit.title}” ({hit.release}, {hit.on_list})"
