"""Test TSV and CSV: plain and quoted cells, one number of cells a line, and `safe` cells."""

import csv
import io

import pytest

from careercli.formats.delimited import as_csv, as_tsv

TRIGGERS = ["=1+1", "+1 a", "-1 a", "@a", "\ta", "\ra", "\na", "＝1", "＋1", "－1", "＠a"]


def test_without_a_header_the_first_line_is_a_row() -> None:
    assert list(as_tsv(["a", "b"], [(1, 2)], header=False)) == ["1\t2\n"]
    assert list(as_csv(["a", "b"], [(1, 2)], header=False)) == ["1,2\n"]


def test_a_tab_or_a_newline_in_tabs_is_a_space() -> None:
    assert list(as_tsv(["a", "b"], [("x\ty\nz\r", None)], header=False)) == ["x y z \t\n"]


def test_csv_gives_back_the_value_of_every_cell() -> None:
    values = ['say "so"', "a,b", "two\nlines", "bare\rreturn", "tab\there", " spaced ", ""]
    text = "".join(as_csv(["a", "b"], [(value, "end") for value in values], header=False))
    assert list(csv.reader(io.StringIO(text, newline=""))) == [[value, "end"] for value in values]


def test_numbers_are_plain_with_at_most_two_decimals() -> None:
    rows = [(value,) for value in (64272, 30.9, -3.7, 0.125, 17.0)]
    assert "".join(as_tsv(["a"], rows, header=False)) == "64272\n30.9\n-3.7\n0.13\n17\n"


@pytest.mark.parametrize("text", TRIGGERS)
def test_safe_cells_leave_no_text_that_a_spreadsheet_would_run(text: str) -> None:
    line = "".join(as_csv(["a", "b"], [(text, -3.7)], header=False, safe=True))
    ((cell, number),) = csv.reader(io.StringIO(line, newline=""))
    assert cell == "'" + text
    assert number == "-3.7"
    (tabs,) = as_tsv(["a"], [(text,)], header=False, safe=True)
    assert tabs == (f"{text.replace(text[0], ' ')}\n" if text[0].isspace() else f"'{text}\n")


@pytest.mark.parametrize("value", [-3.7, "-3.7", 12, "64272", ">=239200", "~36000", "’-1", " =1"])
def test_a_number_or_a_harmless_text_is_never_guarded(value: str | float) -> None:
    assert list(as_csv(["a"], [(value,)], header=False, safe=True)) == [f"{value}\n"]


@pytest.mark.parametrize("text", TRIGGERS)
def test_cells_are_exact_unless_safety_is_asked(text: str) -> None:
    line = "".join(as_csv(["a"], [(text,)], header=False))
    assert list(csv.reader(io.StringIO(line, newline=""))) == [[text]]


@pytest.mark.parametrize("write", [as_tsv, as_csv])
def test_control_and_bidi_characters_are_spelled_out(write: object) -> None:
    assert list(write(["a"], [("\x1b]0;x\x07\u202e",)], header=False)) == [  # type: ignore[operator]
        "\\u{1b}]0;x\\u{7}\\u{202e}\n"
    ]


def test_cells_are_quoted_as_the_csv_module_quotes_them() -> None:
    texts = ["", "plain", "a,b", 'say "so"', "two\nlines", "bare\rreturn", "naïve, or not", "1", "1.0"]
    expected = io.StringIO()
    csv.writer(expected, lineterminator="\r\n").writerows([(text, 1, 2.5, None) for text in texts])
    assert "".join(as_csv(["a"] * 4, [(text, 1, 2.5, None) for text in texts], header=False)) == (
        expected.getvalue().replace("\r\n", "\n")
    )


def test_a_line_of_one_empty_cell_is_still_a_row() -> None:
    assert "".join(as_csv(["a"], [("",), (None,), ("x",)])) == 'a\n""\n""\nx\n'


@pytest.mark.parametrize("odd", ["a\tb", "\n", "naïve", "\ud83d", "\x7f", "\u2028", "=1+1", ""])
def test_one_odd_text_among_printable_ones_is_written_as_if_alone(odd: str) -> None:
    printable = "".join(map(chr, range(0x20, 0x7F)))
    rows = [(printable, 1, 2.5, None), (odd, 1, 2.5, None), ("15-1231", 10**17, -0.25, printable)]
    one_by_one = ["".join(as_tsv(["a"] * 4, [row], header=False)) for row in rows]
    assert one_by_one[0] == f"{printable}\t1\t2.5\t\n"
    assert "".join(as_tsv(["a"] * 4, rows, header=False)) == "".join(one_by_one)


@pytest.mark.parametrize(("write", "separator"), [(as_tsv, "\t"), (as_csv, ",")])
def test_more_cells_than_are_remembered_are_written(write: object, separator: str) -> None:
    rows = [(f"id-{number}", number, number / 4, None) for number in range(25_000)]
    text = "".join(write(["a"] * 4, rows, header=False))  # type: ignore[operator]
    assert text.splitlines()[24_999] == separator.join(("id-24999", "24999", "6249.75", ""))
    assert text.count("\n") == 25_000
