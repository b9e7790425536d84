"""The edges of the graph: statements of profiles, and likeness of occupations."""

from careercli.moves.graph import DOCUMENT, GAP_UNIT, NEAREST, ONET, PROFILE, STEP, Edge, Graph, Node, Ways

ONE, TWO, THREE = "15-1231", "15-1232", "15-1244"


def make_node(id: str, occupation: str = "", *ends: str, kind: str = DOCUMENT, doubtful: bool = False) -> Node:
    edges = tuple(Edge(id, end, kind, "technical", "page", id, end.title()) for end in ends)
    return Node(id, occupation, doubtful, (), False, edges)


ALIKE = {ONE: {ONET: [TWO, THREE], NEAREST: ["11-3021"]}, TWO: {ONET: [ONE], NEAREST: [THREE]}}


def weights() -> Ways:
    found: Ways = {}
    for start in ALIKE:
        for edge in GRAPH.edges(start):
            if edge.rank:
                found.setdefault(edge.end, {})[start] = edge.weight
    return found


GRAPH = Graph(
    [make_node("tech", ONE, "lead", "admin"), make_node("lead", ONE, doubtful=True), make_node("admin", THREE),
     make_node("other", TWO, "lead", kind=PROFILE)],
    lambda code: ALIKE.get(code, {}),
)  # fmt: skip


def ways(start: str, goal: str) -> dict[str, dict[str, int]]:
    """Return the ends by start."""
    found: dict[str, dict[str, int]] = {}
    for end, starts in GRAPH.ways(start, [goal], weights()).items():
        for each, weight in starts.items():
            found.setdefault(each, {})[end] = weight
    return found


def ends(start: str) -> list[tuple[str, str]]:
    return [(edge.kind, edge.end) for edge in GRAPH.edges(start)]


def test_a_role_is_left_by_what_is_stated_then_by_likeness() -> None:
    assert ends("tech") == [
        (DOCUMENT, "lead"), (DOCUMENT, "admin"), (ONET, TWO), (ONET, THREE), (NEAREST, "11-3021"),
    ]  # fmt: skip


def test_an_occupation_is_left_by_what_its_sure_roles_state() -> None:
    assert ends(TWO) == [(PROFILE, "lead"), (ONET, ONE), (NEAREST, THREE)]
    assert next(iter(GRAPH.edges(ONE))) == Edge(ONE, "lead", DOCUMENT, "technical", "page", "tech", "Lead")


def test_routes_weigh_a_statement_less_than_likeness_and_any_less_than_a_step_more() -> None:
    found = ways("other", "admin")
    assert found["other"] == {"lead": STEP + 10, ONE: STEP + 101, "admin": STEP + 201}
    assert max(weight for ends_of in found.values() for weight in ends_of.values()) < 2 * STEP


def test_likeness_leads_neither_back_into_the_occupation_of_the_start_nor_past_the_goal() -> None:
    found = ways("tech", "admin")
    assert not any(ONE in ends_of or THREE in ends_of for ends_of in found.values())
    assert found["tech"]["admin"] == STEP
    assert found[TWO]["admin"] == STEP + 201


def test_likeness_does_not_lead_to_a_role_whose_occupation_is_doubtful_or_on_from_it() -> None:
    found = ways("other", "lead")
    assert "lead" not in found
    assert found[ONE]["lead"] == STEP
    assert ways("lead", "admin")["lead"] == {TWO: STEP + 101, "admin": STEP + 102, "11-3021": STEP + 201}


def test_by_gap_what_is_stated_and_what_a_doubtful_start_leads_to_has_a_gap_of_its_own() -> None:
    known = {
        end: {start: weight + 5 * GAP_UNIT for start, weight in starts.items()} for end, starts in weights().items()
    }
    found = GRAPH.ways("lead", ["admin"], known, lambda start, end: 9 if start == "lead" else 5)
    assert found[TWO] == {ONE: STEP + 101 + 5 * GAP_UNIT, "lead": STEP + 101 + 9 * GAP_UNIT}
    assert found["admin"] == {
        ONE: STEP + 5 * GAP_UNIT,
        TWO: STEP + 201 + 5 * GAP_UNIT,
        "lead": STEP + 102 + 9 * GAP_UNIT,
    }
