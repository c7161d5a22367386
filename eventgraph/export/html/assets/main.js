/* Putting it together: buttons, views, theme, and what outside code may call. */

function setView(view) {
  for (const name of ['graph', 'map', 'table']) {
    const host = $(`#view-${name}`);
    host.hidden = name !== view;
    $(`[data-view="${name}"]`).setAttribute('aria-pressed', String(name === view));
  }
}

function setMode(mode) {
  for (const button of document.querySelectorAll('[data-mode]')) button.setAttribute('aria-pressed', String(button.dataset.mode === mode));
}

function theme(next) {
  document.documentElement.dataset.theme = next;
  $('#theme').setAttribute('aria-pressed', String(next === 'dark'));
}

for (const button of document.querySelectorAll('[data-view]')) button.addEventListener('click', () => choose({ view: button.dataset.view }));
for (const button of document.querySelectorAll('[data-mode]')) button.addEventListener('click', () => choose({ mode: button.dataset.mode }));
$('#theme').addEventListener('click', () => {
  theme(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark');
  graph.recolor();
});
$('#zoom-in').addEventListener('click', () => graph.zoom(1.35));
$('#zoom-out').addEventListener('click', () => graph.zoom(1 / 1.35));
$('#fit').addEventListener('click', () => graph.fit());
$('#time-in').addEventListener('click', () => timeline.zoom(0.6));
$('#time-out').addEventListener('click', () => timeline.zoom(1 / 0.6));
$('#whole-range').addEventListener('click', () => timeline.setRange(...SPAN));
$('#home').addEventListener('click', () => {
  choose(nothing());
  graph.fit();
});

/** On a phone one part is on the screen at a time; tabs choose it. */
function tab(name) {
  document.body.dataset.tab = name;
  for (const button of document.querySelectorAll('[data-tab-of]')) button.setAttribute('aria-pressed', String(button.dataset.tabOf === name));
  if (name === 'timeline') timeline.draw();
}
for (const button of document.querySelectorAll('[data-tab-of]')) button.addEventListener('click', () => tab(button.dataset.tabOf));
for (const button of document.querySelectorAll('[data-do="filters"]')) {
  button.addEventListener('click', () => {
    const open = document.body.classList.toggle('filters-open');
    button.setAttribute('aria-expanded', String(open));
  });
}
const narrow = () => matchMedia('(max-width: 760px)').matches;

whenChanged((changed, by) => {
  if (changed.has('mode')) setMode(S.mode);
  if (changed.has('sel') && S.sel && narrow()) tab('details');
  if (changed.has('sel') && by === 'search') $('#details').focus({ preventScroll: true });
  document.body.classList.toggle('has-selection', Boolean(S.sel));
});

document.addEventListener('keydown', (e) => {
  if (e.key !== 'Escape' || document.activeElement === $('#search')) return;
  if (document.body.classList.contains('filters-open')) $('[data-do="filters"]').click();
  else if (S.sel || S.ends.length) choose({ sel: null, ends: [] });
});

$('.legend').replaceChildren(...['person', 'organization', 'place', 'event'].map((kind) => el('span', {}, sign(kind), kind === 'event' ? t('event') : word('types', kind))));
theme(matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
written = location.hash.replace(/^#/, '');
S = decode(location.hash);
VISIBLE = visible(S);
setView(S.view);
setMode(S.mode);
panel.build();
details.show();
document.body.classList.toggle('has-selection', Boolean(S.sel));
$('#shown').textContent = shownWords();
timeline.draw();
timeline.undated();
map.draw();
table.draw();
/** vis-network travels packed; the content policy knows the hash of what comes out. */
async function unpack() {
  const holder = $('#vis-network');
  const bytes = Uint8Array.from(atob(holder.textContent), (c) => c.charCodeAt(0));
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  holder.replaceWith(el('script', { text: await new Response(plain).text() }));
}
const ready = unpack().then(() => graph.start()).then(() => {
  document.documentElement.dataset.ready = 'true';
});

/* Stable: other pages and tests rely on these. */
window.eventgraph = Object.freeze({
  ready,
  /** Selects an entity, event, article or relation by id; null selects nothing. False when there is no such id. */
  select(id) {
    if (id !== null && !known(id)) return false;
    choose({ sel: id }, { by: 'script' });
    return true;
  },
  selected: () => S.sel,
  visible: () => [...VISIBLE].sort((a, b) => a - b).map((i) => NODES[i].id),
  search: (words) => search.answers(words).map((hit) => hit.n.id),
  position: (id) => graph.position(id),
});
