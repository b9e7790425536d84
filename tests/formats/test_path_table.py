"""Steps as a tree, whole."""

from careercli.formats.layout import TableStyle
from careercli.formats.path_table import as_tree
from careercli.presentation.routes import Group, Page, StepLines

PAGE = Page(
    ("tech · Technician · 50,000 as 15-1231", "Ohio"),
    (
        Group("technical, says A page", (
            StepLines("admin", "60,000 ?", "+10,000 +20 %", ("Administrator: Bachelor's degree ?", "certificates: A")),
            StepLines("engineer", "—", "(1)", ("Engineer",)),
        )),
        Group("related by O*NET: alike, not moves", (
            StepLines("15-1244", "99,130", "no clear difference", ("Network and Computer Systems Administrators",)),
        )),
    ),
    ("(1) not ranked: one of the two is unknown",),
)  # fmt: skip

WIDE = """\
tech · Technician · 50,000 as 15-1231
Ohio
├─ technical, says A page
│  ├─ admin     60,000 ?  +10,000 +20 %
│  │    Administrator: Bachelor's degree ?
│  │    certificates: A
│  └─ engineer       —    (1)
│       Engineer
└─ related by O*NET: alike, not moves
   └─ 15-1244   99,130    no clear difference
        Network and Computer Systems Administrators
(1) not ranked: one of the two is unknown
"""

NARROW_ASCII = """\
tech - Technician - 50,000 as
15-1231
Ohio
|- technical, says A page
|  |- admin
|  |    60,000 ? +10,000 +20 %
|  |    Administrator:
|  |    Bachelor's degree ?
|  |    certificates: A
|  `- engineer       -    (1)
|       Engineer
`- related by O*NET: alike,
   not moves
   `- 15-1244
        99,130 no clear
        difference
        Network and Computer
        Systems Administrators
(1) not ranked: one of the two
is unknown
"""


def test_steps_are_a_tree() -> None:
    assert as_tree(PAGE, TableStyle(80)) == WIDE


def test_a_narrow_tree_in_ascii_puts_figures_below_the_name() -> None:
    assert as_tree(PAGE, TableStyle(30, ascii=True)) == NARROW_ASCII


def test_without_a_header_the_heading_is_left_out() -> None:
    assert as_tree(PAGE, TableStyle(80), header=False) == "".join(WIDE.splitlines(keepends=True)[2:])


def test_color_repeats_no_sign_and_changes_no_text() -> None:
    colored = as_tree(PAGE, TableStyle(80, color=True))
    assert colored.replace("\x1b[1m", "").replace("\x1b[2m", "").replace("\x1b[0m", "") == WIDE
