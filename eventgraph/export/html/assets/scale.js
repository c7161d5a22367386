/* The time axis: piecewise linear, long empty stretches cut out and marked as breaks. */

const BREAK = 26; // pixels that a cut stretch keeps

/** Stretches of days worth drawing: [[start, end], …], cut where nothing happens for long. */
function stretches(days, first, last, most = 4) {
  const points = [...new Set(days.filter((d) => d >= first && d <= last))].sort((a, b) => a - b);
  const parts = [[first, last]];
  if (points.length < 4) return parts;
  for (let round = 0; round < most; round++) {
    let best = null;
    parts.forEach(([a, b], i) => {
      const inside = [a, ...points.filter((d) => d >= a && d <= b), b];
      for (let k = 1; k < inside.length; k++) {
        const gap = inside[k] - inside[k - 1];
        const share = gap / (b - a || 1);
        if (gap > 120 && share > 0.38 && gap > (best?.gap ?? 0)) best = { i, gap, from: inside[k - 1], to: inside[k] };
      }
    });
    if (!best) break;
    const [a, b] = parts[best.i];
    const pad = Math.max(1, Math.min(best.gap * 0.06, 40));
    const cut = [];
    if (best.from > a || a === first) cut.push([a, Math.min(best.from + pad, b)]);
    cut.push([Math.max(best.to - pad, a), b]);
    parts.splice(best.i, 1, ...cut.filter(([x, y]) => y > x));
  }
  return parts;
}

/**
 * A scale from days to pixels between x0 and x1. Each stretch gets room by its length and, where
 * several share the axis, by how much happens in it; a break stands between two.
 */
function timeScale(days, first, last, x0, x1) {
  const parts = stretches(days, first, last);
  const room = Math.max(40, x1 - x0 - BREAK * (parts.length - 1));
  const length = parts.map(([a, b]) => b - a || 1);
  const total = length.reduce((a, b) => a + b, 0);
  const count = parts.map(([a, b]) => days.filter((d) => d >= a && d <= b).length + 1);
  const told = count.reduce((a, b) => a + b, 0);
  const share = parts.map((_, i) => (parts.length === 1 ? 1 : 0.2 * (length[i] / total) + 0.8 * (count[i] / told)));
  const least = parts.length === 1 ? 1 : Math.min(0.12, 64 / room);
  const lifted = share.map((s) => Math.max(s, least));
  const sum = lifted.reduce((a, b) => a + b, 0);
  const knots = [];
  let x = x0;
  parts.forEach(([a, b], i) => {
    knots.push([a, x]);
    x += (lifted[i] / sum) * room;
    knots.push([b, x]);
    x += BREAK;
  });
  const along = (value, from, to) => {
    let i = 1;
    while (i < knots.length - 1 && knots[i][from] < value) i++;
    const [p, q] = [knots[i - 1], knots[i]];
    const t = (value - p[from]) / (q[from] - p[from] || 1);
    return p[to] + t * (q[to] - p[to]);
  };
  return {
    x: (day) => along(Math.max(first, Math.min(last, day)), 0, 1),
    day: (px) => along(Math.max(x0, Math.min(x1, px)), 1, 0),
    parts: parts.map(([a, b], i) => ({ from: a, to: b, x0: knots[2 * i][1], x1: knots[2 * i + 1][1] })),
  };
}

const STEPS = [[1, 'd', 1], [2, 'd', 2], [7, 'd', 7], [14, 'd', 14], [30.4, 'm', 1], [61, 'm', 2], [91, 'm', 3], [182, 'm', 6], [365.25, 'm', 12], [730, 'm', 24], [1826, 'm', 60], [3652, 'm', 120], [18262, 'm', 600], [36525, 'm', 1200]];

/** Round days between a and b, at most about n of them: {unit, days}. */
function ticks(a, b, n) {
  const wish = (b - a) / Math.max(1, n);
  const [, unit, step] = STEPS.find(([days]) => days >= wish) ?? STEPS[STEPS.length - 1];
  const days = [];
  if (unit === 'd') {
    for (let d = Math.ceil(a / step) * step; d <= b && days.length < 60; d += step) days.push(d);
  } else {
    const start = new Date(Math.floor(a) * DAY);
    let month = start.getUTCFullYear() * 12 + start.getUTCMonth();
    month = Math.floor(month / step) * step;
    for (; days.length < 60; month += step) {
      const d = monthStart(month);
      if (d > b) break;
      if (d >= a) days.push(d);
    }
  }
  return { unit: unit === 'd' ? 'day' : step < 12 ? 'month' : 'year', days };
}
