"""The edges of the graph: statements of profiles, and likeness of occupations."""

from __future__ import annotations

from careercli.moves.graph import DOCUMENT, NEAREST, ONET, PROFILE, STEP, Edge, Graph, Node

ONE, TWO, THREE = "15-1231", "15-1232", "15-1244"


def make_node(id: str, occupation: str = "", *ends: str, kind: str = DOCUMENT, doubtful: bool = False) -> Node:
    edges = tuple(Edge(id, end, kind, "technical", "page", id, end.title()) for end in ends)
    return Node(id, occupation, doubtful, (), False, edges)


GRAPH = Graph(
    [make_node("tech", ONE, "lead", "admin"), make_node("lead", ONE, doubtful=True), make_node("admin", THREE),
     make_node("other", TWO, "lead", kind=PROFILE)],
    {ONET: {ONE: [TWO, THREE], TWO: [ONE]}, NEAREST: {ONE: ["11-3021", TWO], TWO: [THREE]}},
)  # fmt: skip


def ends(start: str) -> list[tuple[str, str]]:
    return [(edge.kind, edge.end) for edge in GRAPH.edges(start)]


def test_a_role_is_left_by_what_is_stated_then_by_likeness() -> None:
    assert ends("tech") == [
        (DOCUMENT, "lead"), (DOCUMENT, "admin"), (ONET, TWO), (ONET, THREE), (NEAREST, "11-3021"), (NEAREST, TWO),
    ]  # fmt: skip


def test_an_occupation_is_left_by_what_its_sure_roles_state() -> None:
    assert ends(TWO) == [(PROFILE, "lead"), (ONET, ONE), (NEAREST, THREE)]
    assert next(iter(GRAPH.edges(ONE))) == Edge(ONE, "lead", DOCUMENT, "technical", "page", "tech", "Lead")


def test_routes_weigh_a_statement_less_than_likeness_and_any_less_than_a_step_more() -> None:
    ways = GRAPH.ways("other", ["admin"])
    assert ways["tech"] == {"lead": STEP, "admin": STEP, "11-3021": STEP + 201} if "tech" in ways else True
    assert ways["other"] == {"lead": STEP + 10, ONE: STEP + 101, "admin": STEP + 201}
    assert max(weight for found in ways.values() for weight in found.values()) < 2 * STEP


def test_likeness_leads_neither_back_into_the_occupation_of_the_start_nor_past_the_goal() -> None:
    ways = GRAPH.ways("tech", ["admin"])
    assert not any(ONE in found or THREE in found for found in ways.values())
    assert ways["tech"]["admin"] == STEP
    assert ways[TWO]["admin"] == STEP + 201


def test_likeness_does_not_lead_to_a_role_whose_occupation_is_doubtful_or_on_from_it() -> None:
    ways = GRAPH.ways("other", ["lead"])
    assert ways["lead"] == {}
    assert ways[ONE]["lead"] == STEP
    assert GRAPH.ways("lead", ["admin"])["lead"] == {TWO: STEP + 101, "admin": STEP + 102, "11-3021": STEP + 201}
