"""Where each node stands, computed here so that the browser need not: no physics in the page.

Connected components are laid out one by one, then packed into a landscape. A component is coarsened
by merging neighbours until few nodes are left, laid out, and refined level by level (Walshaw, "A
multilevel algorithm for force-directed graph drawing", 2003; forces of Fruchterman and Reingold,
1991). See `forces` for how repulsion stays near-linear.
"""

from __future__ import annotations

from typing import Any

import networkx as nx
import numpy as np

from eventgraph.export.html import forces

SPACING = 58.0  # pixels between neighbouring nodes at zoom 1
STRETCH = 1.45  # screens and labels are wider than high
_FEW = 60  # nodes at which coarsening stops


def place(
    nodes: int,
    edges: list[tuple[int, int]],
    articles: int = 0,
    reports: list[tuple[int, int]] | None = None,
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Positions of nodes, and of article nodes among them.

    Args:
        nodes: How many nodes.
        edges: Pairs of node numbers.
        articles: How many articles, which do not pull at the others.
        reports: Pairs of article number and node number.

    Returns:
        Positions in pixels at zoom 1, y downwards, first of the nodes, then of the articles. The same
        input gives the same positions.

    >>> place(2, [(0, 1)])[0] != place(2, [])[0]
    True
    """
    at = np.zeros((nodes, 2))
    blocks = []
    for members in _components(nodes, edges):
        local = {node: i for i, node in enumerate(members)}
        inner = [(local[a], local[b]) for a, b in edges if a in local] if len(members) > 1 else []
        blocks.append((members, _component(len(members), inner)))
    _pack(blocks, at)
    beside = _articles(at, articles, reports or [])
    everything = np.vstack([at, beside]) * [STRETCH, 1.0]
    rounded = [(int(x), int(y)) for x, y in np.rint(everything)]
    return rounded[:nodes], rounded[nodes:]


def _components(nodes: int, edges: list[tuple[int, int]]) -> list[list[int]]:
    """Node numbers of each connected component, the largest first."""
    graph = nx.Graph()
    graph.add_nodes_from(range(nodes))
    graph.add_edges_from(edges)
    return sorted(
        (sorted(c) for c in nx.connected_components(graph)), key=lambda c: (-len(c), c[0])
    )


def _component(nodes: int, edges: list[tuple[int, int]]) -> Any:
    """Positions of one connected component around the origin."""
    if nodes == 1:
        return np.zeros((1, 2))
    pairs = np.array(sorted({(min(a, b), max(a, b)) for a, b in edges if a != b}))
    at = _multilevel(nodes, pairs, np.ones(len(pairs)), np.ones(nodes))
    at = _sized(_gathered(_upright(at)), pairs)
    at = forces.spread(at, SPACING)
    return at - (at.min(axis=0) + at.max(axis=0)) / 2


def _multilevel(nodes: int, pairs: Any, weights: Any, mass: Any) -> Any:
    """Coarsen, lay out the coarse graph, then refine."""
    if nodes > _FEW:
        group, size = _coarsen(nodes, pairs, mass)
        if size < 0.9 * nodes:
            coarse = np.bincount(group, mass, size)
            inner_pairs, inner_weights = _between(group[pairs], weights, size)
            above = _multilevel(size, inner_pairs, inner_weights, coarse)
            start = above[group] + 0.35 * forces.spiral(nodes)[
                np.argsort(group, kind="stable")
            ] / np.sqrt(nodes)
            return forces.settle(
                start, pairs, weights, mass, rounds=45 if nodes > 2000 else 70, heat=0.12
            )
    start = forces.spiral(nodes)[np.argsort(_near_first(nodes, pairs))] * 1.2
    return forces.settle(start, pairs, weights, mass, rounds=220, heat=0.5)


def _near_first(nodes: int, pairs: Any) -> Any:
    """Node numbers outwards from the most connected one, breadth first."""
    graph = nx.Graph()
    graph.add_nodes_from(range(nodes))
    graph.add_edges_from(pairs.tolist())
    hub = max(graph, key=lambda node: (graph.degree(node), -node))
    order = [hub, *(b for _, b in nx.bfs_edges(graph, hub))]
    return np.array(order + sorted(set(range(nodes)) - set(order)))


def _coarsen(nodes: int, pairs: Any, mass: Any) -> tuple[Any, int]:
    """Merge each node with its lightest neighbour, leaves first; group number of each node."""
    neighbours: list[list[int]] = [[] for _ in range(nodes)]
    for a, b in pairs.tolist():
        neighbours[a].append(b)
        neighbours[b].append(a)
    heaviest = 6.0 * mass.sum() / nodes
    group, weight = [-1] * nodes, [0.0] * nodes
    size = 0
    for node in sorted(range(nodes), key=lambda v: (len(neighbours[v]), v)):
        if group[node] >= 0:
            continue
        joined = _join(neighbours[node], group, weight, mass[node], heaviest)
        if joined < 0:
            joined, size = size, size + 1
        group[node] = joined
        weight[joined] += mass[node]
    return np.array(group), size


def _join(around: list[int], group: list[int], weight: list[float], own: float, most: float) -> int:
    """The lightest group next to a node that can take it; -1 when there is none."""
    best, load = -1, most - own
    for other in around:
        found = group[other]
        if found >= 0 and weight[found] < load:
            best, load = found, weight[found]
    return best


def _between(ends: Any, weights: Any, size: int) -> tuple[Any, Any]:
    """Edges between groups, their weights summed."""
    low, high = ends.min(axis=1), ends.max(axis=1)
    apart = low != high
    keys, where = np.unique(low[apart] * size + high[apart], return_inverse=True)
    return np.stack([keys // size, keys % size], axis=1), np.bincount(
        where, weights[apart], len(keys)
    )


def _upright(at: Any) -> Any:
    """Turned so that the longest extent lies along x, as screens do."""
    centred = at - at.mean(axis=0)
    (a, b), (_, d) = centred.T @ centred
    angle = 0.5 * np.arctan2(2 * b, a - d)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    turned: Any = centred @ turn
    return turned


def _gathered(at: Any) -> Any:
    """Stragglers drawn in: beyond most radii, distance counts by its logarithm."""
    radius = np.sqrt((at**2).sum(axis=1))
    rim = float(np.quantile(radius, 0.85)) or 1.0
    ratio = np.maximum(radius / rim, 1.0)
    drawn: Any = at * ((1 + 0.6 * np.log(ratio)) / ratio)[:, None]
    return drawn


def _sized(at: Any, pairs: Any) -> Any:
    """Scaled so that each node has the room that it and its label need, edges not longer than that takes."""
    low, high = np.quantile(at, 0.03, axis=0), np.quantile(at, 0.97, axis=0)
    wide, tall = np.maximum(high - low, 0.25 * (high - low).max() + 1e-6)
    by_area = SPACING * 1.55 * np.sqrt(len(at)) / np.sqrt(wide * tall)
    edge = np.median(np.sqrt(((at[pairs[:, 0]] - at[pairs[:, 1]]) ** 2).sum(axis=1)))
    by_edge = SPACING * (0.95 + 0.05 * len(at)) / max(float(edge), 1e-6)
    scaled: Any = at * min(by_area, by_edge)
    return scaled


def _pack(blocks: list[tuple[list[int], Any]], at: Any) -> None:
    """Components on shelves below one another, the largest first, all centred as a whole."""
    margin = np.array([1.3, 1.2]) * SPACING
    sizes = [np.ptp(block, axis=0) + margin for _, block in blocks]
    if not sizes:
        return
    width = max(sizes[0][0], float(np.sqrt(sum(w * h for w, h in sizes) * 1.2)))
    x = y = shelf = 0.0
    for (members, block), (w, h) in zip(blocks, sizes, strict=True):
        if x and x + w > width:
            x, y, shelf = 0.0, y + shelf, 0.0
        at[members] = np.add(block, (x + w / 2, y + h / 2))
        x, shelf = x + w, max(shelf, h)
    at -= (at.min(axis=0) + at.max(axis=0)) / 2


def _articles(at: Any, articles: int, reports: list[tuple[int, int]]) -> Any:
    """Articles amid the events they report, moved aside where nodes stand already."""
    if not articles:
        return np.zeros((0, 2))
    beside, seen = np.zeros((articles, 2)), np.zeros(articles)
    for article, node in reports:
        beside[article] += at[node]
        seen[article] += 1
    beside /= np.maximum(seen, 1)[:, None]
    bottom = at[:, 1].max() if len(at) else 0.0
    lonely = np.flatnonzero(seen == 0)
    beside[lonely] = np.add(forces.grid(len(lonely), SPACING), (0.0, bottom + 2 * SPACING))
    beside += 0.5 * SPACING * forces.spiral(articles) / max(1.0, np.sqrt(articles))
    return forces.spread(np.vstack([at, beside]), SPACING * 0.8, fixed=len(at))[len(at) :]
