#!/usr/bin/env python3
"""The run chart by numpy, vectorised over the whole matrix: the fastest way that Python has.

The right rules (median, useful observations, longest run, crossings, both limits), for many series of one
length at once. Usage: python3 benches/peers/run_charts.py; needs numpy.
"""
import time
from math import comb, log2

import numpy as np


def limits(most):
    """Longest run and crossings allowed, by number of useful observations."""
    runs, crossings = np.zeros(most + 1, int), np.zeros(most + 1, int)
    for n in range(1, most + 1):
        runs[n] = round(log2(n)) + 3
        c = total = 0
        while True:
            total += comb(n - 1, c)
            if 20 * total >= 2 ** (n - 1):
                break
            c += 1
        crossings[n] = c
    return runs, crossings


def run_charts(matrix, allowed):
    """All results of every row."""
    rows, columns = matrix.shape
    median = np.median(matrix, axis=1)
    above = matrix > median[:, None]
    useful = above | (matrix < median[:, None])
    count = useful.cumsum(axis=1)
    # A point on the line takes the side of the useful one before it, or of the first useful one.
    at = np.where(useful, np.arange(columns), 0)
    np.maximum.accumulate(at, axis=1, out=at)
    first = useful.argmax(axis=1)
    at = np.where(count == 0, first[:, None], at)
    side = np.take_along_axis(above, at, axis=1)
    turns = side[:, 1:] != side[:, :-1]
    begun = np.zeros_like(count)
    begun[:, 1:] = np.where(turns, count[:, :-1], 0)
    np.maximum.accumulate(begun, axis=1, out=begun)
    longest = (count - begun).max(axis=1)
    crossings = turns.sum(axis=1)
    n = count[:, -1]
    longest_max, crossings_min = allowed[0][n], allowed[1][n]
    return median, n, longest, longest_max, crossings, crossings_min, longest > longest_max, crossings < crossings_min


def plain(row):
    """One row, step by step, to see that the vectorised way is right."""
    median = float(np.median(row))
    sides = [value > median for value in row if value != median]
    runs = [1] if sides else []
    for one, following in zip(sides, sides[1:]):
        runs[-1:] = [runs[-1] + 1] if one == following else [runs[-1], 1]
    return median, len(sides), max(runs, default=0), max(len(runs) - 1, 0)


for rows, columns in ((10_000, 24), (1_000, 120)):
    matrix = np.round(np.random.default_rng(rows + columns).normal(50, 6, (rows, columns)), 2)
    allowed = limits(columns)
    answer = run_charts(matrix, allowed)
    for row in range(0, rows, 97):
        vectorised = (answer[0][row], answer[1][row], answer[2][row], answer[4][row])
        assert vectorised == plain(matrix[row]), row
    best = float("inf")
    for _ in range(40):
        start = time.perf_counter()
        run_charts(matrix, allowed)
        best = min(best, time.perf_counter() - start)
    print(f"numpy {np.__version__}, {columns} points: {rows / best / 1e6:.3f} million series/s")
