"""The likeness of two occupations is said in words, and nothing that they do not share."""

from careercli.store.likeness import Words, words_of_stems

RATED = [
    {"Design": 4.0, "Biology": 1.0, "Law": 3.0},
    {"Design": 4.5, "Biology": 1.0, "Law": 1.0},
    {"Design": 1.0, "Biology": 5.0, "Law": 1.0},
    {},
]
VECTORS = {
    "knowledge": RATED,
    "interests": [{}] * 4,
    "titles": [
        {"lan": 2.0, "network": 3.0, "^lan": 9.0},
        {"lan": 2.0, "network": 1.0, "^lan": 9.0},
        {"nurse": 1.0},
        {},
    ],
    "activities": [{"busines": 2.0, "network": 1.0}, {"busines": 1.0, "network": 1.0}, {}, {}],
}
WORDS = Words(VECTORS, [3, 3, 2, 1], words_of_stems(["LAN Networks", "LAN Network", "Network", "Nurse", "Lan"]))


def test_only_what_both_rate_above_others_and_alike_is_named() -> None:
    assert WORDS.of("knowledge", 0, 1) == "Design"
    assert WORDS.of("knowledge", 0, 2) == ""
    assert WORDS.of("knowledge", 0, 3) == ""


def test_titles_share_the_words_that_stand_in_them() -> None:
    assert WORDS.of("titles", 0, 1) == "LAN, network"
    assert WORDS.of("titles", 0, 2) == ""


def test_a_stem_that_is_no_word_is_not_named() -> None:
    assert WORDS.of("activities", 0, 1) == "network"


def test_a_job_zone_is_a_reason_where_it_is_the_same() -> None:
    assert WORDS.of("job zone", 0, 1) == "3"
    assert WORDS.of("job zone", 0, 2) == ""
