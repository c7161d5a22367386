/* What the reader has chosen, and the same as a URL hash, so that a link shows what its sender saw. */

const FACETS = ['type', 'event', 'status', 'source', 'language'];

/** Nothing chosen: everything is shown that hangs together. */
const nothing = () => ({
  sel: null,
  view: 'graph',
  mode: 'events',
  off: Object.fromEntries(FACETS.map((f) => [f, new Set()])),
  from: null,
  to: null,
  undated: true,
  least: 1,
  lonely: false,
  reports: false,
  focus: [],
  ends: [],
});

let S = nothing();

/** The hash that stands for a state; empty for nothing chosen. */
function encode(state) {
  const q = new URLSearchParams();
  if (state.sel) q.set('s', state.sel);
  if (state.view !== 'graph') q.set('view', state.view);
  if (state.mode !== 'events') q.set('mode', state.mode);
  for (const f of FACETS) for (const value of [...state.off[f]].sort()) q.append(`no-${f}`, value);
  if (state.from !== null) q.set('from', isoOf(state.from));
  if (state.to !== null) q.set('to', isoOf(state.to));
  if (!state.undated) q.set('undated', '0');
  if (state.least > 1) q.set('least', state.least);
  if (state.lonely) q.set('lonely', '1');
  if (state.reports) q.set('reports', '1');
  for (const id of state.focus) q.append('focus', id);
  for (const id of state.ends) q.append('end', id);
  return q.toString();
}

/** The state of a hash; what is not understood is left out. */
function decode(hash) {
  const q = new URLSearchParams(hash.replace(/^#/, ''));
  const state = nothing();
  state.sel = known(q.get('s')) ? q.get('s') : null;
  if (['map', 'table'].includes(q.get('view'))) state.view = q.get('view');
  if (q.get('mode') === 'actors') state.mode = 'actors';
  for (const f of FACETS) state.off[f] = new Set(q.getAll(`no-${f}`));
  state.from = dayOf(q.get('from'));
  state.to = dayOf(q.get('to'));
  state.undated = q.get('undated') !== '0';
  state.least = Math.max(1, Number.parseInt(q.get('least') ?? '1', 10) || 1);
  state.lonely = q.get('lonely') === '1';
  state.reports = q.get('reports') === '1';
  state.focus = q.getAll('focus').filter((id) => BY_ID.has(id));
  state.ends = q.getAll('end').filter((id) => BY_ID.has(id)).slice(0, 2);
  return state;
}

/** Whether an id is a node's or a tie's. */
const known = (id) => id !== null && id !== undefined && (BY_ID.has(id) || TIE_BY_ID.has(id));

const listeners = [];

/** Calls a function after each change, with the names of what changed. */
const whenChanged = (listener) => listeners.push(listener);

let written = '';

/** Changes the state, writes the URL and tells everyone. `replace` keeps the history short while dragging. */
function choose(patch, { replace = false, by = null } = {}) {
  const before = S;
  S = { ...S, ...patch };
  write(replace);
  tell(before, by);
}

let pending = 0;

/** While something is dragged the URL follows a little later: browsers refuse hundreds of changes. */
function write(replace) {
  const hash = encode(S);
  if (hash === written) return;
  written = hash;
  clearTimeout(pending);
  if (replace) pending = setTimeout(() => location.replace(`#${written}`), 150);
  else location.hash = hash;
}

function tell(before, by) {
  const changed = new Set(Object.keys(S).filter((key) => S[key] !== before[key]));
  if (['off', 'from', 'to', 'undated', 'least', 'lonely', 'reports', 'focus', 'mode'].some((key) => changed.has(key))) {
    VISIBLE = visible(S);
    changed.add('visible');
  }
  if (changed.has('view')) setView(S.view);
  for (const listener of listeners) listener(changed, by);
}

window.addEventListener('hashchange', () => {
  const hash = location.hash.replace(/^#/, '');
  if (hash === written) return;
  const before = S;
  written = hash;
  S = decode(hash);
  tell(before, 'history');
});
