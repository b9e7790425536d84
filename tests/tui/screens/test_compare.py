"""Roles side by side in the explorer: the cells, their evidence, and every way to change what is compared."""

from tests.tui.conftest import HIGH, LOW, Explore

TWO = ("noc-tech", "support-tech")
THREE = (*TWO, "isp-tech")


async def test_n_and_N_go_to_the_next_line_that_differs_and_back(explore: Explore) -> None:
    async with explore(*TWO) as it:
        assert "›76,220" in it.text
        await it.press("n")
        assert "›58,240–98,750" in it.text
        await it.press("n", "n", "n")
        assert "›9,600" in it.text
        await it.press("N", "N", "N", "N")
        assert "›76,220" in it.text
        await it.press("N")
        assert "no more differences that way" in it.text
        await it.press("home")
        assert it.cursor_line.startswith("› pay: support-tech pays less")
        assert it.app.screen._at_cursor()[1] is None
        await it.press("n")
        assert "›76,220" in it.text


async def test_n_passes_lines_that_say_the_same(explore: Explore) -> None:
    async with explore("noc-tech", "sysadmin", size=HIGH) as it:
        seen = []
        for _ in range(40):
            await it.press("n")
            seen.append(it.cursor_line.strip().split("  ")[0])
        assert "usual schooling" in seen
        assert "preparation, 1–5" not in seen


async def test_d_leaves_only_lines_that_differ(explore: Explore) -> None:
    async with explore("noc-tech", "sysadmin", size=HIGH) as it:
        assert "preparation, 1–5" in it.text
        await it.press("d")
        assert "preparation, 1–5" not in it.text
        assert "differences only" in it.lines[0]
        assert it.command == "careercli compare noc-tech sysadmin --differences"
        await it.press("d")
        assert "preparation, 1–5" in it.text


async def test_where_nothing_differs_that_is_said(explore: Explore) -> None:
    async with explore("help-desk", "tech-support-rep") as it:
        await it.press("d", "slash", *"projected", "enter")
        assert "nothing differs" in it.text
        await it.press("n", "b", "l", "j", "enter")
        assert it.command.startswith("careercli compare help-desk tech-support-rep --differences")


async def test_b_measures_the_others_against_the_role_under_the_cursor(explore: Explore) -> None:
    async with explore(*THREE, size=HIGH) as it:
        await it.press("l", "b")
        assert it.command == "careercli compare noc-tech support-tech isp-tech --baseline support-tech"
        assert "support-tech (base)" in it.text
        assert "76,220  +14,360 +23.2 %" in it.text
        assert "›61,860" in it.text
        await it.press("h", "b")
        assert it.command == "careercli compare noc-tech support-tech isp-tech"


async def test_t_turns_the_table_round_and_the_cursor_stays_on_its_cell(explore: Explore) -> None:
    async with explore(*THREE, size=HIGH) as it:
        await it.press("j", "j", "l")
        assert "›40,980–100,540" in it.text
        await it.press("t")
        assert it.command == "careercli compare noc-tech support-tech isp-tech --transpose"
        assert "›40,980–100,540" in it.text
        assert it.lines[1].split()[:4] == ["role", "median", "middle", "half"]
        await it.press("l", "n")
        assert "›40,800 ?" in it.text
        await it.press("t")
        assert "›40,800 ?" in it.text


async def test_turned_on_a_sentence_the_table_begins_with_its_first_figure(explore: Explore) -> None:
    async with explore(*TWO) as it:
        await it.press("home", "down", "t")
        assert "›76,220" in it.text
        await it.press("t")
        assert "›76,220" in it.text


async def test_a_sentence_has_no_evidence_to_show_or_open(explore: Explore) -> None:
    async with explore(*TWO) as it:
        await it.press("home")
        assert "median, listed" not in it.text
        await it.press("enter")
        assert "printed" not in it.text
        await it.press("end", "home", "n")
        assert " 76,220  median, listed" in it.text


async def test_roles_are_added_removed_and_reordered(explore: Explore) -> None:
    async with explore(*TWO, size=HIGH) as it:
        await it.press("a")
        await it.press(*"isp tech", "enter")
        assert it.command == "careercli compare noc-tech support-tech isp-tech"
        await it.press("greater_than_sign")
        assert it.command == "careercli compare support-tech noc-tech isp-tech --baseline noc-tech"
        assert "›76,220" in it.text
        await it.press("less_than_sign")
        assert it.command == "careercli compare noc-tech support-tech isp-tech"
        await it.press("x")
        assert it.command == "careercli compare support-tech isp-tech"
        await it.press("x")
        assert it.command == "careercli show isp-tech"
        await it.press("x")
        assert "the last role stays" in it.text
        await it.press("a", *"15-1231", "enter")
        assert it.command == "careercli compare isp-tech 15-1231"


async def test_slash_filters_lines_and_escape_goes_back(explore: Explore) -> None:
    async with explore(*TWO) as it:
        await it.press("slash", *"wage", "enter")
        assert it.command == "careercli compare noc-tech support-tech --filter wage"
        assert "official mean wage" in it.text
        assert "OUTLOOK" not in it.text
        await it.press("escape")
        assert it.command == "careercli compare noc-tech support-tech"
        await it.press("escape")
        assert it.command == "careercli roles"
        await it.press("escape", "escape")
        assert it.command == "careercli roles"


async def test_digits_toggle_sections_and_f_shows_all(explore: Explore) -> None:
    async with explore(*TWO, size=HIGH) as it:
        await it.press("5")
        assert it.command == "careercli compare noc-tech support-tech --section pay,outlook,entry,skills,duties"
        await it.press("1", "2", "3", "4")
        assert it.command == "careercli compare noc-tech support-tech --section duties"
        assert "THE WORK" in it.text
        assert "PAY" not in it.text
        await it.press("5")
        assert "one section at least" in it.text
        await it.press("f")
        assert it.command == "careercli compare noc-tech support-tech --full"
        await it.press("f")
        assert it.command == "careercli compare noc-tech support-tech"


async def test_the_evidence_of_the_cell_is_always_on_the_screen(explore: Explore) -> None:
    async with explore(*TWO, size=HIGH) as it:
        assert "76,220  median, listed · BLS OEWS May 2025 · 15-1231 Computer Network Support" in it.text
        await it.press("l", "slash", *"average", "enter")
        assert "36,361  estimate, listed · Zippia, undated · this title, no place given" in it.text
        assert "(1) not ranked (one model's own gap: Zippia does not define it)" in it.text


async def test_enter_opens_every_claim_of_the_cell(explore: Explore) -> None:
    async with explore(*TWO) as it:
        await it.press("l", *"n" * 12, "enter")
        assert "support-tech: “average” (undefined)" in it.text
        for said in ("“$36,361”", "“$17.48”", "a year", "an hour", "undated", "model", "listed"):
            await it.press("home")
            while said not in it.text:
                before = it.text
                await it.press("down")
                assert it.text != before, said
        await it.press("escape")
        assert "›36,361" in it.text


async def test_columns_that_do_not_fit_scroll_and_the_first_stays(explore: Explore) -> None:
    many = (*THREE, "network-engineer", "sysadmin", "it-manager")
    async with explore(*many, size=LOW) as it:
        assert "4 more →" in it.lines[1]
        await it.press("l", "l", "l", "l", "l", "l", "l")
        assert "›175,140" in it.text
        assert it.cursor_line.startswith("  median  ")
        assert "←" in it.lines[1]
        await it.press("h", "h", "h", "h", "h", "h")
        assert "›76,220" in it.text


async def test_r_opens_the_role_under_the_cursor_only_once(explore: Explore) -> None:
    async with explore(*TWO) as it:
        await it.press_at_once("l", "r", "r")
        await it.settle()
        assert it.command == "careercli show support-tech --full"
        await it.press("escape")
        assert it.command == "careercli compare noc-tech support-tech"


async def test_below_the_width_of_two_columns_the_roles_stand_one_below_the_other(explore: Explore) -> None:
    async with explore("noc-tech", "support-tech", size=(60, 20)) as it:
        await it.press("j", "b", "n", "j")
        assert it.cursor_line.startswith("  support-tech (base) ? ›")
        assert it.command == "careercli compare noc-tech support-tech --baseline support-tech"
        role, line = it.app.screen._at_cursor()
        await it.pilot.resize_terminal(80, 24)
        await it.settle()
        assert it.app.screen._at_cursor() == (role, line)
        assert it.lines[1].split() == ["noc-tech", "support-tech", "(base)", "?"]


async def test_below_the_width_of_two_columns_the_sentences_stand_above_the_roles(explore: Explore) -> None:
    async with explore(*TWO, size=(60, 20)) as it:
        assert it.cursor_line.startswith("  noc-tech (base) ›76,220")
        await it.press("home")
        assert it.cursor_line.startswith("› pay: support-tech pays less")
        await it.press("n")
        assert it.cursor_line.startswith("  noc-tech (base) ›76,220")
