"""Test text for terminals: control and invisible characters are spelled out, real text is unchanged."""

import unicodedata

import pytest
from rich.cells import cell_len

from careercli.model.sanitize import is_ordinary, to_ascii, visible


@pytest.mark.parametrize(
    "text",
    [
        "Network Operation Technician",
        "",
        "[bold]not bold[/] :skull: [@click=app.quit]quit[/] {0} %s $HOME \\x1b",
        "Café au lait – “naïve” … ≥ $52,000 × 2,080 = 64 %",
        "Ελληνικά, русский, հայերեն, ქართული",
        "שָׁלוֹם עולם",
        "السَّلامُ عليكم ١٢٣ ؀",
        "می\u200cخواهم",  # a joiner that Persian needs
        "क्\u200dष हिन्दी ไทย မြန်မာ",
        "日本語、简体中文、繁體　한국어",
        "葛\U000e0100城市",  # a Chinese character in one of its printed forms
        "Việt Nam, e\u0301 and y\u0308",
        "👍 and 🇺🇸 and 🎉",
        "a\u00a0non-breaking and\u202fa narrow space",
    ],
)
def test_real_writing_is_shown_as_it_is(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "\\u{1b}[31mred\\u{1b}[0m"),
        ("\x1b]0;title\x07", "\\u{1b}]0;title\\u{7}"),
        ("\x1b]8;;https://a.example\x1b\\link", "\\u{1b}]8;;https://a.example\\u{1b}\\link"),
        ("\x1b]52;c;AAAA\x07 \x1b]1337;File=:AAAA\x07 \x1bPq#0\x1b\\", 
         "\\u{1b}]52;c;AAAA\\u{7} \\u{1b}]1337;File=:AAAA\\u{7} \\u{1b}Pq#0\\u{1b}\\"),
        ("\x9b31m \x9d0;t\x9c \x90q", "\\u{9b}31m \\u{9d}0;t\\u{9c} \\u{90}q"),
        ("a\0b\x08c\x7fd\x1ae", "a\\u{0}b\\u{8}c\\u{7f}d\\u{1a}e"),
        ("one\ttwo\nthree\r\nfour\x0bfive\x0csix", "one two three  four five six"),
        ("one\x85two\u2028three\u2029four", "one two three four"),
        ("user\u202egnp.exe", "user\\u{202e}gnp.exe"),
        ("a\u202ab\u202bc\u202cd\u202de", "a\\u{202a}b\\u{202b}c\\u{202c}d\\u{202d}e"),
        ("a\u2066b\u2067c\u2068d\u2069e", "a\\u{2066}b\\u{2067}c\\u{2068}d\\u{2069}e"),
        ("a\u200eb\u200fc\u061cd", "a\\u{200e}b\\u{200f}c\\u{61c}d"),
        ("zero\u200bwidth\u200cword\u200djoin\u2060er\ufeff",
         "zero\\u{200b}width\\u{200c}word\\u{200d}join\\u{2060}er\\u{feff}"),
        ("soft\u00adhyphen", "soft\\u{ad}hyphen"),
        ("tags\U000e0041\U000e007f", "tags\\u{e0041}\\u{e007f}"),
        ("selectors\ufe00\U000e0101", "selectors\\u{fe00}\\u{e0101}"),
        ("fillers\u3164\uffa0\u115f\u1160\u034f", "fillers\\u{3164}\\u{ffa0}\\u{115f}\\u{1160}\\u{34f}"),
        ("half\ud83d and \udc80", "half\\u{d83d} and \\u{dc80}"),
        ("private\ue000 and none\U0010ffff\ufffe", "private\\u{e000} and none\\u{10ffff}\\u{fffe}"),
        ("می\u200c\u200cخ", "می\\u{200c}\\u{200c}خ"),  # one joiner belongs there, a second one is hidden text
        ("می\u200c", "می\\u{200c}"),
    ],
)  # fmt: skip
def test_control_and_invisible_characters_are_spelled_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("❤\ufe0f 1\ufe0f\u20e3 ☎\ufe0e", "❤ 1\u20e3 ☎"),
        ("👩\u200d💻", "👩💻"),
        ("👩🏽\u200d🚒", "👩🚒"),
        ("❤\ufe0f\u200d🔥", "❤🔥"),
        ("👍🏿", "👍"),
        ("🏳\ufe0f\u200d🌈", "🏳🌈"),
    ],
)
def test_a_composed_emoji_is_shown_as_its_parts_whose_width_every_terminal_agrees_on(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert cell_len(shown) == sum(cell_len(char) for char in shown)


def test_marks_stacked_beyond_four_on_one_letter_are_left_out() -> None:
    assert visible("Z" + "\u0301" * 1_000 + "a\u0302\u0303lgo") == "Z" + "\u0301" * 4 + "a\u0302\u0303lgo"
    assert visible("o" + "\u20dd" * 9) == "o" + "\u20dd" * 4


def test_marks_on_no_letter_are_left_out() -> None:
    assert visible("\u0301\u0301a") == "a"


def test_no_character_at_all_can_command_a_terminal_or_vanish() -> None:
    unseen = {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}
    planes_in_use = [*range(0, 0x40000, 0x1000), 0xE0000, 0xF0000, 0x10F000]
    for start in planes_in_use:
        shown = visible("".join(f"a{chr(point)}b" for point in range(start, start + 0x1000)))
        assert not {unicodedata.category(char) for char in set(shown)} & unseen, hex(start)


def test_five_thousand_newlines_are_one_line() -> None:
    assert visible("\n" * 5_000) == " " * 5_000


def test_visible_text_is_unchanged_by_a_second_pass() -> None:
    for text in ("\x1b[0m", "👩🏽\u200d🚒", "Z" + "\u0301" * 9, "می\u200c", "\u202e\u3164"):
        assert visible(visible(text)) == visible(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("2019–24 — “new” ≥ 5 × 2 … ‘a’ → b", "2019-24 - \"new\" >= 5 x 2 ... 'a' -> b"),
        ("1.96·√Σ ≈ ± 2² ≠ − 3 • §", "1.96-sqrtsum ~ +- 2^2 != - 3 * section "),
        ("Café 日本", "Caf\\u{e9} \\u{65e5}\\u{672c}"),
        ("half\ud83d", "half\\u{d83d}"),
    ],
)
def test_ascii_replaces_punctuation_and_escapes_the_rest(text: str, shown: str) -> None:
    assert to_ascii(text) == shown
    assert to_ascii(text).isascii()


def test_an_ordinary_letter_is_shown_as_it_is_and_takes_one_cell() -> None:
    ordinary = [char for char in map(chr, range(0x110000)) if is_ordinary(char)]
    assert {"a", "é", "—", "€", "≥"} < set(ordinary)
    assert [char for char in ordinary if not char.isprintable() and not char.isspace()] == []
    assert [char for char in ordinary if cell_len(char) != 1] == []
