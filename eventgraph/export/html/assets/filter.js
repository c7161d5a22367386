/* Which nodes pass the filters, and how many would. */

const BIT = { type: 1, event: 2, status: 4, source: 8, language: 16, date: 32, least: 64 };
/** Where an article is from, for the filter: its host, or the first folder, or the file. */
function outlet(source) {
  const url = /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(source);
  if (url) return url[1];
  const file = source.replace(/#\d+$/, '');
  const folder = file.lastIndexOf('/');
  return folder > 0 ? file.slice(0, folder) : file;
}
ARTICLES.forEach((a) => { a.outlet = outlet(a.source); });

/** Values of each facet, each with how many nodes have it. */
const VALUES = (() => {
  const tally = Object.fromEntries(FACETS.map((f) => [f, new Map()]));
  const add = (f, v) => tally[f].set(v, (tally[f].get(v) ?? 0) + 1);
  for (const n of ENTITIES) add('type', n.type);
  for (const n of EVENTS) {
    add('event', n.type);
    add('status', n.status);
  }
  for (const a of ARTICLES) {
    add('source', a.outlet);
    add('language', a.lang);
  }
  return Object.fromEntries(FACETS.map((f) => [f, [...tally[f]].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([v]) => v)]));
})();

/** The filters that a node fails, as bits. */
function fails(n, s) {
  let bits = 0;
  if (n.kind === 'entity' && s.off.type.has(n.type)) bits |= BIT.type;
  if (n.kind === 'event') {
    if (s.off.event.has(n.type)) bits |= BIT.event;
    if (s.off.status.has(n.status)) bits |= BIT.status;
    if (n.dated ? (s.from !== null && n.to < s.from) || (s.to !== null && n.from > s.to) : !s.undated) bits |= BIT.date;
  }
  if (s.off.source.size && n.articles.length && n.articles.every((a) => s.off.source.has(ARTICLES[a].outlet))) bits |= BIT.source;
  if (s.off.language.size && n.articles.length && n.articles.every((a) => s.off.language.has(ARTICLES[a].lang))) bits |= BIT.language;
  if (n.articles.length < s.least) bits |= BIT.least;
  return bits;
}

/**
 * The nodes that pass. An entity whose events are all filtered away goes with them; `lonely` decides
 * about entities that take part in nothing; `focus` keeps only what stands next to its nodes.
 */
function visible(s) {
  const shown = new Set();
  const inFocus = s.focus.length ? nearby(s.focus) : null;
  for (const n of EVENTS) if (!fails(n, s) && (!inFocus || inFocus.has(n.i))) shown.add(n.i);
  for (const n of ENTITIES) {
    if (fails(n, s) || (inFocus && !inFocus.has(n.i))) continue;
    if (n.beside.length ? n.beside.some((b) => shown.has(b.to)) || (inFocus && s.focus.includes(n.id)) : s.lonely || n.ties.length || inFocus) shown.add(n.i);
  }
  if (s.reports) for (const r of REPORTS) if (shown.has(r.b) && !s.off.source.has(NODES[r.a].outlet) && !s.off.language.has(NODES[r.a].lang)) shown.add(r.a);
  return shown;
}

/** Numbers of the nodes with those ids and of all their neighbours; an event brings all who took part. */
function nearby(ids) {
  const found = new Set();
  for (const id of ids) {
    const n = BY_ID.get(id);
    if (!n) continue;
    found.add(n.i);
    for (const b of n.beside) {
      found.add(b.to);
      if (n.kind === 'entity') for (const c of NODES[b.to].beside) found.add(c.to);
    }
  }
  return found;
}

/** How many nodes each value of a facet would show, other filters as they are. */
function facetCounts(s) {
  const counts = Object.fromEntries(FACETS.map((f) => [f, new Map(VALUES[f].map((v) => [v, 0]))]));
  const add = (f, v) => counts[f].set(v, counts[f].get(v) + 1);
  for (const n of ENTITIES) if (!(fails(n, s) & ~BIT.type) && (s.lonely || n.beside.length || n.ties.length)) add('type', n.type);
  for (const n of EVENTS) {
    const bits = fails(n, s);
    if (!(bits & ~BIT.event)) add('event', n.type);
    if (!(bits & ~BIT.status)) add('status', n.status);
    if (!(bits & ~BIT.source)) new Set(n.articles.map((a) => ARTICLES[a].outlet)).forEach((v) => add('source', v));
    if (!(bits & ~BIT.language)) new Set(n.articles.map((a) => ARTICLES[a].lang)).forEach((v) => add('language', v));
  }
  return counts;
}

/** The shortest way between two nodes over shown edges, as node numbers; null when there is none. */
function shortestPath(from, to, shown) {
  const before = new Map([[from, -1]]);
  let front = [from];
  while (front.length && !before.has(to)) {
    const next = [];
    for (const i of front) {
      for (const { to: j } of NODES[i].beside) {
        if (before.has(j) || !(shown.has(j) || j === to)) continue;
        before.set(j, i);
        next.push(j);
      }
    }
    front = next;
  }
  if (!before.has(to)) return null;
  const way = [];
  for (let i = to; i !== -1; i = before.get(i)) way.unshift(i);
  return way;
}

const filtered = (s) => FACETS.some((f) => s.off[f].size) || s.from !== null || s.to !== null || !s.undated || s.least > 1 || s.focus.length > 0;

// eslint-disable-next-line prefer-const -- state.js and main.js assign it
let VISIBLE = visible(S);
