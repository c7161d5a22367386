/* The same as the graph, as a table: for readers who prefer rows, and for screen readers. */

const table = (() => {
  const host = $('#view-table');
  const STEP = 200;
  let most = STEP;
  let sorted = { by: null, down: false };

  const columns = {
    events: [
      ['date', (n) => (n.dated ? n.from : Infinity), (n) => (n.dated ? dateWords(n, false) : t('noDate'))],
      ['event', (n) => n.name, (n) => details.link(n)],
      ['type', (n) => word('types', n.type), (n) => word('types', n.type)],
      ['status', (n) => n.status, (n) => (n.status === 'asserted' ? '' : word('status', n.status))],
      ['participants', (n) => -n.degree, (n) => el('span', {}, ...n.beside.slice(0, 6).flatMap((b, i) => [i ? ', ' : null, el('bdi', { text: NODES[b.to].name })]))],
      ['articles', (n) => -n.articles.length, (n) => number.format(n.articles.length)],
    ],
    actors: [
      ['name', (n) => n.name, (n) => details.link(n)],
      ['type', (n) => n.type, (n) => word('types', n.type)],
      ['events', (n) => -n.degree, (n) => number.format(n.degree)],
      ['articles', (n) => -n.articles.length, (n) => number.format(n.articles.length)],
    ],
  };

  function draw() {
    if (host.hidden) return;
    const set = columns[S.mode];
    const by = set.find(([key]) => key === sorted.by) ?? (S.mode === 'events' ? set[0] : set[2]);
    const rows = NODES.filter((n) => VISIBLE.has(n.i) && n.kind === (S.mode === 'events' ? 'event' : 'entity'));
    rows.sort((a, b) => compare(by[1](a), by[1](b)) * (sorted.down ? -1 : 1) || a.i - b.i);
    const head = el('tr', {}, ...set.map(([key]) => el('th', { scope: 'col', 'aria-sort': key === by[0] ? (sorted.down ? 'descending' : 'ascending') : null }, el('button', { type: 'button', text: t(key), onclick: () => sort(key, by[0]) }))));
    const body = rows.slice(0, most).map((n) => el('tr', { class: S.sel === n.id ? 'sel' : null }, ...set.map(([, , cell]) => el('td', {}, cell(n)))));
    host.replaceChildren(
      el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('table') }, el('table', {}, el('thead', {}, head), el('tbody', {}, ...body)), rows.length > most ? el('button', { type: 'button', class: 'more', text: t('showAll', { n: number.format(rows.length) }), onclick: () => { most = Infinity; draw(); } }) : null));
  }

  const compare = (a, b) => (typeof a === 'number' ? a - b : String(a).localeCompare(String(b), LOCALE));

  function sort(key, current) {
    sorted = { by: key, down: key === current ? !sorted.down : false };
    draw();
    [...host.querySelectorAll('th button')].find((b) => b.textContent === t(key))?.focus();
  }

  whenChanged((changed) => {
    if (['visible', 'view', 'mode', 'sel'].some((key) => changed.has(key))) draw();
  });
  return { draw };
})();
