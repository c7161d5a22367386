"""Positions: the same each time, apart from one another, neighbours near, quick."""

from __future__ import annotations

import random

import pytest

from eventgraph.export.html.layout import place


def tree_with_hubs(nodes: int, seed: int = 3) -> list[tuple[int, int]]:
    rng = random.Random(seed)
    return [(i, int(i * rng.random() ** 2)) for i in range(1, nodes)]


@pytest.mark.parametrize("nodes", [0, 1, 2, 3, 10, 100, 700])
def test_positions_are_whole_numbers_one_per_node(nodes: int) -> None:
    found, beside = place(nodes, tree_with_hubs(nodes), 2, [(0, 0)] if nodes else [])
    assert len(found) == nodes
    assert len(beside) == 2
    assert all(isinstance(x, int) and isinstance(y, int) for x, y in [*found, *beside])


@pytest.mark.parametrize("nodes", [5, 80, 900])
def test_same_input_same_positions(nodes: int) -> None:
    edges = tree_with_hubs(nodes)
    assert place(nodes, edges) == place(nodes, edges)


@pytest.mark.parametrize("nodes", [10, 60, 300, 1500])
def test_nodes_stand_apart(nodes: int) -> None:
    found, _ = place(nodes, tree_with_hubs(nodes))
    crowded = 0
    ordered = sorted(found)
    for i, (x, y) in enumerate(ordered):
        for other in ordered[i + 1 : i + 40]:
            if other[0] - x > 30:
                break
            crowded += (other[0] - x) ** 2 + (other[1] - y) ** 2 < 30**2
    assert crowded <= nodes * 0.02


def test_neighbours_are_nearer_than_strangers() -> None:
    edges = tree_with_hubs(400)
    found, _ = place(400, edges)
    rng = random.Random(1)

    def mean(pairs: list[tuple[int, int]]) -> float:
        far = [
            ((found[a][0] - found[b][0]) ** 2 + (found[a][1] - found[b][1]) ** 2) ** 0.5
            for a, b in pairs
        ]
        return sum(far) / len(far)

    strangers = [(rng.randrange(400), rng.randrange(400)) for _ in range(400)]
    assert mean(edges) < 0.6 * mean(strangers)


def test_parallel_edges_and_loops_are_harmless() -> None:
    assert len(place(3, [(0, 1), (1, 0), (0, 1), (2, 2)])[0]) == 3


def test_parts_do_not_lie_over_one_another() -> None:
    edges = [(i, i + 1) for i in range(9)] + [(i, i + 1) for i in range(10, 19)]
    found, _ = place(20, edges)
    first, second = found[:10], found[10:]
    apart = [
        max(p[axis] for p in one) < min(p[axis] for p in other)
        for axis in (0, 1)
        for one, other in ((first, second), (second, first))
    ]
    assert any(apart)
