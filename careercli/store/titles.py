"""Fill the tables by which titles are found: keys, words, and how their terms vote for occupations."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict

from careercli.model import titles
from careercli.store.inserting import insert
from careercli.store.reviewed import expansions

_WEIGHTS = {"occupation": 3, "direct match": 2}
"""How often a title of a list counts in the vote, where not once."""


def index_titles(database: sqlite3.Connection) -> None:
    """Add the occupations' own titles to the table of titles, and index all of them."""
    database.execute(
        "INSERT INTO title (release, occupation, title, list)"
        " SELECT NULL, id, title, 'occupation' FROM occupation WHERE level <> 'major' ORDER BY id"
    )
    keys: list[tuple[str, int]] = []
    every_word: list[str] = []
    votes: dict[str, dict[int, int]] = {}
    totals: defaultdict[int, int] = defaultdict(int)
    cast: defaultdict[int, int] = defaultdict(int)
    seen: set[tuple[int, tuple[str, ...]]] = set()
    for number, occupation, title, on_list, level in database.execute(
        "SELECT title.id, occupation, title.title, list, level FROM title"
        " JOIN occupation ON occupation.id = title.occupation ORDER BY list <> 'occupation', list <> 'direct match', 1"
    ):
        words = titles.words(title)
        keys += [(key, number) for key in titles.keys(title, words)]
        every_word += words
        if level == "broad" or (occupation, tuple(words)) in seen:
            continue
        seen.add((occupation, tuple(words)))
        weight, terms = _WEIGHTS.get(on_list, 1), titles.terms(words, expansions())
        totals[occupation] += weight
        cast[occupation] += weight * len(terms)
        for term in terms:
            of_term = votes.setdefault(term, {})
            of_term[occupation] = of_term.get(occupation, 0) + weight
    insert(database, "title_key", sorted(keys))
    insert(database, "title_word", sorted(Counter(every_word).items()))
    ids = {term: number for number, term in enumerate(sorted(votes), 1)}
    insert(database, "title_term", [(term, number, sum(votes[term].values())) for term, number in ids.items()])
    insert(database, "title_vote", ((ids[term], *each) for term in ids for each in sorted(votes[term].items())))
    insert(database, "title_total", sorted((number, totals[number], cast[number]) for number in totals))
