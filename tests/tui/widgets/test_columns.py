"""How columns share a width: frozen ones never hide the rest, and what does not fit waits off the screen."""

import pytest

from careercli.presentation.text_width import width_of
from careercli.tui.widgets.columns import FROZEN_SHARE, GAP, WIDEST, Column, laid_out, last_first, natural

NAMES = Column("name", "name", 10)
WAGES = [Column(f"wage{n}", f"wage {n}", 12, 8) for n in range(6)]


def places(columns: list[Column], frozen: int, first: int, width: int) -> list[tuple[int, int, int]]:
    return [tuple(shown) for shown in laid_out(columns, frozen, first, width)]  # type: ignore[misc]


def test_columns_stand_side_by_side_as_wide_as_they_want_to_be() -> None:
    assert places([NAMES, *WAGES[:2]], 1, 0, 80) == [(0, 2, 10), (1, 14, 12), (2, 28, 12)]


def test_where_there_is_less_room_the_widest_give_way_first() -> None:
    columns = [NAMES, Column("a", "", 30, 8), Column("b", "", 12, 8)]
    assert places(columns, 1, 0, 50) == [(0, 2, 10), (1, 14, 22), (2, 38, 12)]
    assert places(columns, 1, 0, 36) == [(0, 2, 10), (1, 14, 10), (2, 26, 10)]


def test_columns_that_cannot_be_read_any_more_wait_off_the_screen() -> None:
    columns = [NAMES, *WAGES]
    assert [place[0] for place in places(columns, 1, 0, 40)] == [0, 1, 2]
    assert [place[0] for place in places(columns, 1, 3, 40)] == [0, 4, 5]
    assert [place[0] for place in places(columns, 1, 4, 40)] == [0, 5, 6]


def test_the_columns_scroll_until_the_last_is_on_the_screen_and_no_further() -> None:
    assert last_first([NAMES, *WAGES], 1, 40) == 4
    assert last_first([NAMES, *WAGES], 1, 140) == 0
    assert last_first([NAMES], 1, 40) == 0


@pytest.mark.parametrize("width", range(12, 200, 7))
@pytest.mark.parametrize("frozen", [0, 1, 2])
def test_frozen_columns_take_two_fifths_at_most_from_others_and_something_else_is_always_seen(
    width: int, frozen: int
) -> None:
    columns = [Column("a", "", 300), Column("b", "", 3), *WAGES]
    for first in range(last_first(columns, frozen, width) + 1):
        shown = laid_out(columns, frozen, first, width)
        head = shown[:frozen]
        has_all = [each.width for each in shown[frozen:]] == [column.width for column in columns[frozen:]]
        assert has_all or sum(GAP + each.width for each in head) <= max(int(width * FROZEN_SHARE), (GAP + 1) * frozen)
        assert len(shown) > frozen
        assert shown[-1].left + shown[-1].width <= width
        assert [each.column for each in shown[frozen:]] == list(range(frozen + first, shown[-1].column + 1))


def test_frozen_columns_may_have_what_the_others_do_not_want() -> None:
    columns = [Column("title", "", 60), Column("wage", "", 8)]
    assert places(columns, 1, 0, 70) == [(0, 2, 58), (1, 62, 8)]
    assert places(columns, 1, 0, 90) == [(0, 2, 60), (1, 64, 8)]


def test_a_column_alone_is_never_wider_than_the_screen() -> None:
    assert places([Column("text", "", 200, 100)], 0, 0, 30) == [(0, 2, 28)]


def test_a_column_wants_the_width_of_its_longest_text_on_the_screen() -> None:
    assert natural("name", ["網路技術員", "abc"]) == width_of("網路技術員") == 10
    assert natural("a longer name", ["abc"]) == 13
    assert natural("", ["x" * 500]) == WIDEST
    assert natural("name", []) == 4
