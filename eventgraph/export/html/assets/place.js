/* Placement without overlap: labels on a canvas, markers in lanes. */

/** A set of boxes that answers quickly whether another one would hit one of them. */
class Boxes {
  constructor(cell = 48) {
    this.cell = cell;
    this.grid = new Map();
  }

  *keys([x0, y0, x1, y1]) {
    const c = this.cell;
    for (let i = Math.floor(x0 / c); i <= Math.floor(x1 / c); i++) {
      for (let j = Math.floor(y0 / c); j <= Math.floor(y1 / c); j++) yield i * 65537 + j;
    }
  }

  /** Whether the box would hit another owner's; NaN owns nothing, so that it yields to all. */
  hits(box, owner) {
    for (const key of this.keys(box)) {
      for (const b of this.grid.get(key) ?? []) {
        if (b[4] !== owner && box[0] < b[2] && box[2] > b[0] && box[1] < b[3] && box[3] > b[1]) return true;
      }
    }
    return false;
  }

  add(box, owner) {
    const kept = [...box, owner];
    for (const key of this.keys(box)) {
      const list = this.grid.get(key);
      if (list) list.push(kept);
      else this.grid.set(key, [kept]);
    }
  }
}

/** Where a label of that size may stand around a marker: below, above, right, left, then the corners. */
function spots(x, y, r, w, h) {
  return [
    [x - w / 2, y + r + 3],
    [x - w / 2, y - r - h - 3],
    [x + r + 4, y - h / 2],
    [x - r - w - 4, y - h / 2],
    [x + r * 0.7 + 2, y + r * 0.7],
    [x - r * 0.7 - w - 2, y + r * 0.7],
    [x + r * 0.7 + 2, y - r * 0.7 - h],
    [x - r * 0.7 - w - 2, y - r * 0.7 - h],
  ].map(([a, b]) => [a, b, a + w, b + h]);
}

/** The first free spot inside the picture; it is taken. Null when none is free. */
function freeSpot(boxes, candidates, owner, width, height) {
  for (const box of candidates) {
    if (box[0] < 2 || box[1] < 2 || box[2] > width - 2 || box[3] > height - 2) continue;
    if (boxes.hits(box, owner)) continue;
    boxes.add([box[0] - 3, box[1] - 1, box[2] + 3, box[3] + 1], owner);
    return box;
  }
  return null;
}

/**
 * Rows for items {x0, x1, need, important} so that none overlaps another: sets row (-1: no room) and label.
 * Items with room get their label to the right, or to the left near the right edge.
 */
function lanes(items, rows, width, gap = 8) {
  const taken = Array.from({ length: rows }, () => []);
  const free = (row, a, b) => taken[row].every(([c, d]) => b + gap <= c || a >= d + gap);
  const order = [...items].sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0) || a.x0 - b.x0);
  for (const item of order) {
    item.row = -1;
    item.label = '';
    const tries = [
      ['end', item.x0, item.x1 + item.need],
      ['start', item.x0 - item.need, item.x1],
      ['', item.x0, item.x1],
    ];
    for (const [side, a, b] of tries) {
      if (side && (a < 0 || b > width)) continue;
      const row = taken.findIndex((_, r) => free(r, a, b));
      if (row < 0) continue;
      taken[row].push([a, b]);
      item.row = row;
      item.label = side;
      break;
    }
  }
  return items.filter((item) => item.row >= 0).length;
}
