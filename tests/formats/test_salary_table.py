"""Test wages drawn on one scale, with every character of a bar in its column."""

import pytest

from careercli.compare.wage_rows import WageRecord, wages_of
from careercli.formats.layout import TableStyle
from careercli.formats.salary_table import as_table
from careercli.model.claims import Occupation, Subject
from careercli.presentation.text_width import width_of
from tests.formats.example import TODAY
from tests.make import make_claim, make_occupation, make_role, of_site

WIDE = """\
US dollars a year                                 0         20k       40k      60k       80k    100k
COMPARABLE  BLS OEWS May 2025, --- p10 to p90, === p25 to p75, | median
50,000  a, b · 15-1231                                      ----------====|=====--------------------
NOT COMPARABLE  BLS OEWS May 2025, --- p10 to p90, === p25 to p75, | median; ... low to high, o
typical
31,200* tech-rep entry site undated                     .........o.......
        open site undated about 36,000 to                           ......................>
        over 82,000
40,000  15-1299 Workers 15-1299                             -----=====|====---------------
oews-2025-05: BLS OEWS May 2025, 18 months old (no overtime, bonuses or self-employed): everyone in
15-1231 and 15-1299
site: Site, undated, a model's estimate: this title
* calculated at 2,080 hours, if full-time all year
x: Site gives no wage
"""

STACKED = """\
US dollars a year
  0      20k     40k    60k     80k 100k
COMPARABLE  BLS OEWS May 2025, --- p10
to p90, === p25 to p75, | median
50,000 a, b · 15-1231
         --------===|====---------------
NOT COMPARABLE  BLS OEWS May 2025, ---
p10 to p90, === p25 to p75, | median;
... low to high, o typical
31,200* tech-rep entry site undated
       .......o.....
open site undated about 36,000 to
over 82,000
               .................>
40,000 15-1299 Workers 15-1299
         ----====|===------------
oews-2025-05: BLS OEWS May 2025, 18
months old (no overtime, bonuses or
self-employed): everyone in 15-1231 and
15-1299
site: Site, undated, a model's estimate:
this title
* calculated at 2,080 hours, if
full-time all year
x: Site gives no wage
"""

PERCENTILES = ("p10", "p25", "median", "p75", "p90")


def occupation(code: str, *amounts: float) -> Occupation:
    figures = zip(PERCENTILES, amounts, strict=True)
    return make_occupation(code, *[make_claim(amount, name, population=code) for name, amount in figures])


def rows() -> list[WageRecord]:
    network = occupation("15-1231", 20_000, 40_000, 50_000, 60_000, 100_000)
    hourly = {"period": "hour", "experience": "entry"}
    return [
        row
        for subject in (
            make_role("a", official=network),
            make_role("b", official=network),
            make_role(
                "tech-rep", of_site(6, "low", **hourly), of_site(22, "high", **hourly), of_site(15, "mean", **hourly)
            ),
            make_role("open", of_site(36_000, "low", bound="~"), of_site(82_000, "high", bound=">")),
            Subject(None, occupation("15-1299", 20_000, 30_000, 40_000, 50_000, 80_000)),
        )
        for row in wages_of(subject, "year")
    ]


def draw(width: int | None, **changes: object) -> str:
    return as_table(rows(), "year", TableStyle(width), TODAY, ["x: Site gives no wage"], **changes)  # type: ignore[arg-type]


def test_rankable_rows_come_first_and_a_shared_row_is_drawn_once() -> None:
    assert draw(100) == WIDE


def test_a_narrow_terminal_stacks_name_and_bar() -> None:
    assert draw(40) == STACKED


@pytest.mark.parametrize("width", [70, 80, 100, 140, None])
def test_every_bar_lies_where_its_amounts_fall(width: int | None) -> None:
    lines = draw(width).splitlines()
    zero, end = lines[0].index("0 "), len(lines[0])
    bar = next(line for line in lines if "a, b" in line)

    def at(amount: float) -> int:
        return zero + round(amount / 100_000 * (end - zero - 1))

    drawn = [" "] * (end - zero)
    for low, high, char in ((20_000, 100_000, "-"), (40_000, 60_000, "="), (50_000, 50_000, "|")):
        for column in range(at(low), at(high) + 1):
            drawn[column - zero] = char
    assert bar[zero:] == "".join(drawn)


def test_the_mark_of_an_open_end_is_where_it_is_known_to_reach() -> None:
    lines = draw(None).splitlines()
    zero = lines[0].index("0 ")
    (bar,) = [line for line in lines if "open" in line]
    assert bar[zero:].index(">") == len(bar[zero:]) - 1 == round(82_000 / 100_000 * 49)


def test_a_scale_counts_only_what_is_drawn() -> None:
    low, mean, high = ((value, name) for value, name in ((20_000, "p10"), (990_000, "mean"), (80_000, "p90")))
    row = make_role("x", *[of_site(value, name) for value, name in (low, mean, high)])
    header = as_table(wages_of(row, "year"), "year", TableStyle(100), TODAY).splitlines()[0]
    assert header.endswith("80k")


def test_an_open_end_is_drawn_over_everything_else() -> None:
    capped = of_site(50_000, "low"), of_site(90_000, "mean", bound=">="), of_site(90_000, "high", bound=">=")
    text = as_table(wages_of(make_role("x", *capped), "year"), "year", TableStyle(100), TODAY)
    (bar,) = [line for line in text.splitlines() if line.startswith("≥90,000")]
    assert bar.endswith("..>")
    assert " o" not in bar


def test_without_a_header_there_is_no_scale() -> None:
    assert draw(100, header=False) == "".join(WIDE.splitlines(keepends=True)[1:])


def test_two_currencies_are_two_drawings() -> None:
    euros = make_role("e", of_site(40_000, "estimate", currency="EUR"))
    text = as_table([*rows(), *wages_of(euros, "year")], "year", TableStyle(100), TODAY)
    assert "EUR a year" in text
    assert "US dollars a year" in text


def test_nothing_to_draw_leaves_the_reasons() -> None:
    assert as_table([], "year", TableStyle(80), TODAY, ["x: Site gives no wage"]) == "x: Site gives no wage\n"


@pytest.mark.parametrize("width", [20, 30, 40, 69, 70, 71, 100])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(width_of, draw(width).splitlines())) <= width


def test_ascii_is_ascii() -> None:
    assert as_table(rows(), "year", TableStyle(100, ascii=True), TODAY).isascii()
