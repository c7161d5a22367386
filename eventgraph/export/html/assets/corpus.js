/* The corpus: nodes by number and id, who stands beside whom, where each is quoted. */

const ARTICLES = DATA.articles;
const NODES = [
  ...DATA.entities.map((n) => ({ ...n, kind: 'entity' })),
  ...DATA.events.map((n) => ({ ...n, kind: 'event', status: n.status ?? 'asserted' })),
];
const FIRST_EVENT = DATA.entities.length;
const FIRST_ARTICLE = NODES.length;
ARTICLES.forEach((a) => NODES.push({ ...a, kind: 'article', name: a.title || a.source, article: a }));
const BY_ID = new Map();
const TALL = innerHeight > innerWidth * 1.25; // on a phone held upright the picture stands upright too

/** An entity is called by its name in the interface's language, where it has one. */
function nameForReader(n) {
  const own = (n.names ?? []).find(([code]) => code === WORDS.ui.locale.split('-')[0])?.[1] ?? [];
  n.canonical = n.name;
  if (own.length && !own.includes(n.name)) n.name = own[0];
}

NODES.forEach((n, i) => {
  n.i = i;
  if (n.kind === 'entity') nameForReader(n);
  n.name = oneLine(n.name ?? '') || t('unnamed');
  if (TALL) [n.x, n.y] = [n.y, n.x * 1.2];
  n.beside = [];
  n.articles = n.articles ?? [];
  n.ties = [];
  if (!BY_ID.has(n.id)) BY_ID.set(n.id, n);
  if (n.kind === 'event') {
    n.from = dayOf(n.date?.[1]);
    n.to = dayOf(n.date?.[2]);
    if (n.from === null && n.to !== null) n.open = 'start';
    if (n.to === null && n.from !== null) n.open = 'end';
    n.from ??= n.to;
    n.to ??= n.from;
    n.dated = n.from !== null;
    if (n.dated && n.to < n.from) [n.from, n.to] = [n.to, n.from];
  }
});
const EVENTS = NODES.slice(FIRST_EVENT, FIRST_ARTICLE);
const ENTITIES = NODES.slice(0, FIRST_EVENT);
const EDGES = DATA.edges.map(([a, b, role]) => ({ a, b, role: DATA.roles[role] }));
for (const e of EDGES) {
  NODES[e.a].beside.push({ to: e.b, role: e.role });
  NODES[e.b].beside.push({ to: e.a, role: e.role });
}
const TIES = DATA.ties.map(([a, b, kind, weight, events]) => ({ a, b, kind: DATA.kinds[kind], weight, events, id: `${NODES[a].id}~${NODES[b].id}` }));
const TIE_BY_ID = new Map();
for (const tie of TIES) {
  if (!TIE_BY_ID.has(tie.id)) TIE_BY_ID.set(tie.id, []);
  TIE_BY_ID.get(tie.id).push(tie);
  NODES[tie.a].ties.push(tie);
  NODES[tie.b].ties.push(tie);
}
NODES.forEach((n) => {
  n.degree = new Set(n.beside.map((b) => b.to)).size;
  n.weight = n.kind === 'event' ? 2 * n.articles.length + n.degree : n.degree;
});
const REPORTS = [];
for (const n of EVENTS) for (const a of n.articles) REPORTS.push({ a: FIRST_ARTICLE + a, b: n.i, role: 'reports' });
const byTime = (a, b) => (a.dated ? a.from : 1e9) - (b.dated ? b.from : 1e9) || a.to - b.to || (a.name < b.name ? -1 : 1);
const SORTED = [...EVENTS].sort(byTime);
const DATED = SORTED.filter((n) => n.dated);

/** Earliest and latest day of the dated events. */
const SPAN = (() => {
  if (!DATED.length) return [dayOf('2000-01-01'), dayOf('2000-12-31')];
  let [a, b] = [Infinity, -Infinity];
  for (const n of DATED) {
    a = Math.min(a, n.from);
    b = Math.max(b, n.to);
  }
  const pad = Math.max(1, Math.min(10, Math.round((b - a) * 0.01)));
  return [a - pad, b + pad];
})();

/** How exactly a date is known: a day, a period that is meant as one, or something vaguer. */
function sharpness(n) {
  const [edtf, , , precision] = n.date;
  if (n.to - n.from < 1 && !/[~?%]/.test(edtf ?? '')) return 'point';
  if (precision === 'interval' && edtf?.includes('/') && !/[~?%]/.test(edtf) && !n.open && n.basis !== 'inferred') return 'interval';
  return 'vague';
}

/** Marks of an article's passage: mentions of entities, then triggers of events. */
let triggers = null;
function marksOf(article, passage) {
  if (!triggers) {
    triggers = ARTICLES.map(() => []);
    for (const n of EVENTS) {
      for (const [a, s, start, end] of n.evidence ?? []) {
        triggers[a].push({ passage: ARTICLES[a].sentences[s][0], start, end, node: n, trigger: true });
      }
    }
  }
  const mentions = (ARTICLES[article].marks ?? [])
    .filter((m) => m[0] === passage)
    .map(([, start, end, node]) => ({ start, end, node: NODES[node] }));
  return [...mentions, ...triggers[article].filter((m) => m.passage === passage)];
}

/** Quotes of an entity: [{article, passage, start, end}], one per sentence that names it. */
function quotesOf(entity) {
  const found = [];
  for (const a of entity.articles) {
    const seen = new Set();
    for (const [p, s, e, node] of ARTICLES[a].marks ?? []) {
      if (node !== entity.i) continue;
      const text = ARTICLES[a].text[p];
      const sentence = (ARTICLES[a].sentences ?? []).find((x) => x[0] === p && x[1] <= s && x[2] >= e);
      const [start, end] = sentence ? [sentence[1], sentence[2]] : aroundWords(text, s, e);
      const key = `${p} ${start}`;
      if (!seen.has(key)) found.push({ article: a, passage: p, start, end });
      seen.add(key);
    }
  }
  return found;
}

/** The sentence-like stretch around words: to the nearest full stops, at most 160 characters aside. */
function aroundWords(text, s, e) {
  const before = Math.max(text.lastIndexOf('. ', s) + 1, text.lastIndexOf('\n', s) + 1, 0);
  const stop = /[.!?؟。]\s|\n/g;
  stop.lastIndex = e;
  const found = stop.exec(text);
  const after = found ? found.index + 1 : text.length;
  return [Math.max(before, s - 160), Math.min(after, e + 160)];
}

/** What a relation is called, from its kind, the type of its events and the role of an office. */
function relationWords([kind, eventType, role]) {
  const type = word('types', eventType);
  if (kind === 'together') return t('togetherIn', { type });
  if (kind === 'place') return t('happenedIn', { type });
  if (kind === 'office') return t('officeOf', { role });
  return kind === 'acts' ? type : word('relations', kind);
}

/** Claims of an event by kind, and whether the sources disagree. */
function claimsOf(event) {
  const kinds = new Map();
  for (const [kind, low, high, text, article, asOf] of event.claims ?? []) {
    if (!kinds.has(kind)) kinds.set(kind, []);
    kinds.get(kind).push({ kind, low, high, text, article, asOf });
  }
  return [...kinds].map(([kind, rows]) => ({ kind, rows, differ: disagree(rows) }));
}

/** Whether some two claims exclude each other or state different numbers. */
function disagree(rows) {
  return new Set(rows.map((r) => `${r.low} ${r.high}`)).size > 1;
}
