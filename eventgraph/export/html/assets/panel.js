/* The filters, and the chips that say which are on. */

const panel = (() => {
  const host = $('#filters .sheet');
  const boxes = new Map();

  function group(facet, title, label, open = true) {
    const values = VALUES[facet];
    if (values.length < (facet === 'type' || facet === 'status' ? 1 : 2)) return null;
    const rows = values.map((value) => {
      const box = el('input', { type: 'checkbox', 'data-facet': facet, 'data-value': value });
      box.checked = !S.off[facet].has(value);
      box.addEventListener('change', () => toggle(facet, value, box.checked));
      const tally = el('span', { class: 'tally' });
      const only = el('button', { type: 'button', class: 'only', 'aria-label': t('onlyThis', { name: label(value) }), text: t('only'), onclick: () => choose({ off: { ...S.off, [facet]: new Set(values.filter((v) => v !== value)) } }) });
      boxes.set(`${facet} ${value}`, { box, tally });
      return el('li', {}, el('label', {}, box, facet === 'type' ? sign(value) : null, el('bdi', { text: label(value) }), tally), values.length > 1 ? only : null);
    });
    const all = values.length > 3 ? el('button', { type: 'button', class: 'all', text: t('all'), onclick: () => choose({ off: { ...S.off, [facet]: new Set() } }) }) : null;
    return el('details', { open, class: 'group' }, el('summary', {}, el('h3', { text: title })), el('ul', {}, ...rows), all);
  }

  function toggle(facet, value, on) {
    const off = new Set(S.off[facet]);
    if (on) off.delete(value);
    else off.add(value);
    choose({ off: { ...S.off, [facet]: off } });
  }

  function dates() {
    const make = (key, title) => {
      const input = el('input', { type: 'date', id: `f-${key}`, min: isoOf(SPAN[0]), max: isoOf(SPAN[1]) });
      input.addEventListener('change', () => choose({ [key]: dayOf(input.value) }));
      return el('label', { class: 'field' }, title, input);
    };
    const undated = check('undated', t('showUndated'), (on) => choose({ undated: on }));
    return el('div', { class: 'group' }, el('h3', { text: t('dateRange') }), make('from', t('from')), make('to', t('to')), EVENTS.some((n) => !n.dated) ? undated : null);
  }

  function check(key, title, change) {
    const box = el('input', { type: 'checkbox', id: `f-${key}` });
    box.checked = S[key];
    box.addEventListener('change', () => change(box.checked));
    return el('label', { class: 'check' }, box, title);
  }

  function more() {
    const most = Math.min(20, Math.max(1, ...NODES.map((n) => n.articles.length)));
    const input = el('input', { type: 'number', id: 'f-least', min: 1, max: most, value: S.least });
    input.addEventListener('change', () => choose({ least: Math.max(1, Math.min(most, Number.parseInt(input.value, 10) || 1)) }));
    const alone = ENTITIES.filter((n) => !n.beside.length && !n.ties.length).length;
    return el('div', { class: 'group' },
      most > 1 ? el('label', { class: 'field' }, t('leastArticles'), input) : null,
      alone || EVENTS.some((n) => !n.beside.length) ? check('lonely', t('showLonely', { n: number.format(alone) }), (on) => choose({ lonely: on })) : null,
      check('reports', t('showArticles'), (on) => choose({ reports: on })));
  }

  function build() {
    const parts = [
      group('type', t('who'), (v) => word('types', v)),
      dates(),
      group('event', t('what'), (v) => word('types', v)),
      group('status', t('status'), (v) => word('status', v), VALUES.status.length > 1),
      group('source', t('sources'), (v) => v, VALUES.source.length < 9),
      group('language', t('languages'), languageName),
      more(),
    ];
    host.replaceChildren(...parts.filter(Boolean));
    refresh();
  }

  function refresh() {
    const counts = facetCounts(S);
    for (const f of FACETS) {
      for (const v of VALUES[f]) {
        const row = boxes.get(`${f} ${v}`);
        if (!row) continue;
        row.box.checked = !S.off[f].has(v);
        row.tally.textContent = number.format(counts[f].get(v));
      }
    }
    for (const key of ['from', 'to']) $(`#f-${key}`).value = S[key] === null ? isoOf(SPAN[key === 'from' ? 0 : 1]) : isoOf(S[key]);
    for (const key of ['undated', 'lonely', 'reports']) if ($(`#f-${key}`)) $(`#f-${key}`).checked = S[key];
    if ($('#f-least')) $('#f-least').value = S.least;
    $('#clear-filters').hidden = !filtered(S) && !S.lonely && !S.reports;
    $('#clear-focus').hidden = !S.focus.length;
    $('#nothing').hidden = VISIBLE.size > 0 || !NODES.length;
  }

  let waiting = 0;
  whenChanged((changed, by) => {
    if (!changed.has('visible')) return;
    if (by !== 'brush') refresh();
    else {
      clearTimeout(waiting);
      waiting = setTimeout(refresh, 60);
    }
  });

  const clear = () => choose({ ...nothing(), sel: S.sel, view: S.view, mode: S.mode });
  for (const button of document.querySelectorAll('[data-do="clear"]')) button.addEventListener('click', clear);
  $('#clear-focus').addEventListener('click', () => choose({ focus: [] }));
  return { build };
})();
