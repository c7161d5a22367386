"""Forces between nodes on arrays: repulsion on a grid by Fourier transform, attraction along edges.

Repulsion of all pairs is a convolution of where nodes are with a kernel of 1/distance; on a grid the
fast Fourier transform gives it for all nodes at once (Linderman et al., "Fast interpolation-based
t-SNE", 2019), so that a round costs O(n + g log g).
"""

from __future__ import annotations

from typing import Any

import numpy as np

_EXACT = 260  # nodes up to which all pairs are taken one by one
_GOLDEN = np.pi * (3 - np.sqrt(5))


def spiral(nodes: int) -> Any:
    """Points evenly over a disc (Vogel's sunflower), unit area each, from the middle outwards.

    >>> spiral(2).shape
    (2, 2)
    """
    i = np.arange(nodes) + 0.5
    r = np.sqrt(i / np.pi)
    return np.stack([r * np.cos(i * _GOLDEN), r * np.sin(i * _GOLDEN)], axis=1)


def grid(nodes: int, spacing: float) -> Any:
    """Points in rows, centred on x, downwards from zero."""
    columns = max(1, int(np.ceil(np.sqrt(nodes * 2.5))))
    i = np.arange(nodes)
    return np.stack([(i % columns - (columns - 1) / 2) * spacing, i // columns * spacing], axis=1)


def settle(at: Any, pairs: Any, weights: Any, mass: Any, rounds: int, heat: float) -> Any:
    """Positions after so many rounds of repulsion and attraction with shrinking steps.

    Args:
        at: Start positions, in units of the wished edge length.
        pairs: Node numbers of each edge.
        weights: Of the edges.
        mass: Of the nodes; heavier ones repel more.
        rounds: How many.
        heat: First step, as a share of the drawing's radius.
    """
    degree = np.bincount(pairs.ravel(), minlength=len(at)) if len(pairs) else np.zeros(len(at))
    pull = (
        weights / np.sqrt(np.minimum(degree[pairs[:, 0]], degree[pairs[:, 1]]))
        if len(pairs)
        else weights
    )
    push = mass * np.sqrt(1 + 0.35 * degree)
    for turn in range(rounds):
        step = heat * np.sqrt(mass.sum()) * (1 - turn / rounds) ** 1.5 + 0.01
        move = _repulsion(at, push) + _attraction(at, pairs, pull) - 0.06 * at * mass[:, None]
        length = np.sqrt((move**2).sum(axis=1)) / mass
        at = (
            at
            + move / mass[:, None] * (np.minimum(length, step) / np.maximum(length, 1e-9))[:, None]
        )
    return at - at.mean(axis=0)


def _attraction(at: Any, pairs: Any, pull: Any) -> Any:
    if not len(pairs):
        return np.zeros_like(at)
    way = at[pairs[:, 1]] - at[pairs[:, 0]]
    force = way * (pull * np.sqrt((way**2).sum(axis=1)))[:, None]
    total = np.zeros_like(at)
    for axis in (0, 1):
        total[:, axis] = np.bincount(pairs[:, 0], force[:, axis], len(at))
        total[:, axis] -= np.bincount(pairs[:, 1], force[:, axis], len(at))
    return total


def _repulsion(at: Any, push: Any) -> Any:
    return _exact(at, push) if len(at) <= _EXACT else _gridded(at, push)


def _exact(at: Any, push: Any) -> Any:
    way = at[:, None, :] - at[None, :, :]
    square = (way**2).sum(axis=2) + 1e-4
    return (way * (push[None, :] / square)[:, :, None]).sum(axis=1) * push[:, None]


def _gridded(at: Any, push: Any) -> Any:
    """Repulsion by convolution on a square grid, shared among the four nearest grid points."""
    side = 64 if len(at) < 1500 else 128
    low = at.min(axis=0)
    cell = float(np.ptp(at, axis=0).max()) / (side - 2) or 1.0
    where = (at - low) / cell
    corner = where.astype(np.int64)
    inner = where - corner
    field = np.zeros(side * side)
    shares = []
    for dx in (0, 1):
        for dy in (0, 1):
            share = np.abs(1 - dx - inner[:, 0]) * np.abs(1 - dy - inner[:, 1])
            index = (corner[:, 0] + dx) * side + corner[:, 1] + dy
            field += np.bincount(index, share * push, side * side)
            shares.append((index, share))
    spectrum = np.fft.rfft2(field.reshape(side, side), (2 * side, 2 * side))
    total = np.zeros_like(at)
    for axis, kernel in enumerate(_kernels(side)):
        force = np.fft.irfft2(spectrum * kernel, (2 * side, 2 * side))[:side, :side].ravel() / cell
        for index, share in shares:
            total[:, axis] += force[index] * share
    return total * push[:, None]


_CACHE: dict[int, tuple[Any, Any]] = {}


def _kernels(side: int) -> tuple[Any, Any]:
    """Spectra of x/r² and y/r² on a grid of that side, wrapped for a circular convolution."""
    if side not in _CACHE:
        line = np.fft.fftfreq(2 * side, 1 / (2 * side))
        x, y = line[:, None], line[None, :]
        square = x**2 + y**2 + 0.25  # softened inside a cell
        _CACHE[side] = (np.fft.rfft2(x / square), np.fft.rfft2(y / square))
    return _CACHE[side]


def spread(at: Any, least: float, fixed: int = 0, rounds: int = 60) -> Any:
    """Positions moved apart until hardly any two are closer than that.

    Args:
        at: Positions.
        least: Wished distance.
        fixed: So many first nodes do not move.
        rounds: At most so many passes.

    >>> bool(np.ptp(spread(np.array([[0.0, 0.0], [1.0, 0.0]]), 10.0)[:, 0]) > 9)
    True
    """
    at = at.copy()
    free = np.ones(len(at))
    free[:fixed] = 0
    for _ in range(rounds):
        first, second = _close(at, least)
        way = at[first] - at[second]
        length = np.sqrt((way**2).sum(axis=1))
        near = length < least
        if not near.any():
            break
        first, second, way, length = first[near], second[near], way[near], length[near]
        way[length < 1e-6] = [1.0, 0.3]
        shift = way * ((least - length) * 0.55 / np.maximum(length, 1.0))[:, None]
        both = free[first] + free[second]
        for axis in (0, 1):
            move = shift[:, axis] * np.where(both == 1, 2, 1) * 0.9
            at[:, axis] += np.bincount(first, move * free[first], len(at))
            at[:, axis] -= np.bincount(second, move * free[second], len(at))
    return at


def _close(at: Any, least: float) -> tuple[Any, Any]:
    """Pairs of nodes in the same or neighbouring cells of that width."""
    cell = np.floor((at - at.min(axis=0)) / least).astype(np.int64) + 1
    rows = int(cell[:, 1].max()) + 2
    key = cell[:, 0] * rows + cell[:, 1]
    order = np.argsort(key, kind="stable")
    ranked = key[order]
    firsts, seconds = [], []
    for shift in (0, 1, rows - 1, rows, rows + 1):
        low = np.searchsorted(ranked, ranked + shift, "left")
        high = np.searchsorted(ranked, ranked + shift, "right")
        if shift == 0:
            low = np.arange(len(at)) + 1
        counts = np.maximum(high - low, 0)
        first = np.repeat(np.arange(len(at)), counts)
        offset = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        firsts.append(order[first])
        seconds.append(order[np.repeat(low, counts) + offset])
    return np.concatenate(firsts), np.concatenate(seconds)
