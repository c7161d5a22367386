/* Taking away what is shown: CSV, JSON, PNG, SVG, a link, and a chronology for paper. */

const save = (() => {
  const menu = $('#save');
  const shownEvents = () => SORTED.filter((n) => VISIBLE.has(n.i));
  const shownEntities = () => ENTITIES.filter((n) => VISIBLE.has(n.i));

  function hand(name, type, content) {
    const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
    const link = el('a', { href: url, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  }

  /** A cell of a CSV file; what a spreadsheet would run as a formula gets an apostrophe. */
  function cell(value) {
    const text = String(value ?? '');
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
  }

  const quoteText = ([a, s]) => ARTICLES[a].text[ARTICLES[a].sentences[s][0]].slice(ARTICLES[a].sentences[s][1], ARTICLES[a].sentences[s][2]);

  function csv() {
    const head = ['event_id', 'date', 'earliest', 'latest', 'precision', 'date_basis', 'type', 'status', 'attributed_to', 'title', 'participants', 'sources', 'quote'];
    const rows = shownEvents().map((n) => [n.id, ...n.date, n.basis, n.type, n.status, n.by, n.name, n.beside.map((b) => `${NODES[b.to].name} (${b.role})`).join('; '), n.articles.map((a) => ARTICLES[a].source).join('; '), n.evidence?.length ? quoteText(n.evidence[0]) : '']);
    return [head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
  }

  function json() {
    return JSON.stringify({
      events: shownEvents().map((n) => ({ id: n.id, type: n.type, title: n.name, status: n.status, date: n.date[0], earliest: n.date[1], latest: n.date[2], precision: n.date[3], participants: n.beside.map((b) => ({ entity: NODES[b.to].id, role: b.role })), quotes: (n.evidence ?? []).map((e) => ({ article: ARTICLES[e[0]].id, quote: quoteText(e) })) })),
      entities: shownEntities().map((n) => ({ id: n.id, type: n.type, name: n.name, names: Object.fromEntries(n.names ?? []) })),
      articles: [...new Set([...shownEvents(), ...shownEntities()].flatMap((n) => n.articles))].sort((a, b) => a - b).map((a) => ({ id: ARTICLES[a].id, source: ARTICLES[a].source, title: ARTICLES[a].title ?? null, published: ARTICLES[a].date ?? null })),
    }, null, 1);
  }

  /** The drawn part of the graph as an SVG of its own. */
  function picture() {
    const nodes = NODES.filter((n) => graph.drawn(n));
    if (!nodes.length) return null;
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = '12px sans-serif';
    const [x0, x1] = [Math.min(...nodes.map((n) => n.x)) - 120, Math.max(...nodes.map((n) => n.x)) + 120];
    const [y0, y1] = [Math.min(...nodes.map((n) => n.y)) - 60, Math.max(...nodes.map((n) => n.y)) + 60];
    const svg = sv('svg', { xmlns: SVG, viewBox: `${x0} ${y0} ${x1 - x0} ${y1 - y0}`, width: x1 - x0, height: y1 - y0, 'font-family': 'sans-serif', 'font-size': 12 });
    svg.append(sv('rect', { x: x0, y: y0, width: x1 - x0, height: y1 - y0, fill: graph.colors.paper }));
    const lines = S.mode === 'actors' ? TIES : EDGES;
    for (const e of lines) if (graph.drawn(NODES[e.a]) && graph.drawn(NODES[e.b])) svg.append(sv('line', { x1: NODES[e.a].x, y1: NODES[e.a].y, x2: NODES[e.b].x, y2: NODES[e.b].y, stroke: graph.colors.edge }));
    const boxes = new Boxes();
    for (const n of nodes) {
      const { shape, color } = look(n);
      const sure = n.kind !== 'event' || n.status === 'asserted';
      const paint = { fill: sure ? color : graph.colors.paper, stroke: sure ? graph.colors.paper : color, 'stroke-width': 1.5 };
      svg.append(shape === 'dot' ? sv('circle', { cx: n.x, cy: n.y, r: n.r, ...paint }) : sv('polygon', { points: CORNERS[shape].map(([a, b]) => `${n.x + a * n.r},${n.y + b * n.r}`).join(' '), ...paint }));
      boxes.add([n.x - n.r, n.y - n.r, n.x + n.r, n.y + n.r], n.i);
    }
    for (const n of [...nodes].sort((a, b) => b.weight - a.weight)) {
      const text = shorten(n.name, 40);
      const box = freeSpot(boxes, spots(n.x - x0, n.y - y0, n.r, pen.measureText(text).width, 15).map((b) => [b[0] + x0, b[1] + y0, b[2] + x0, b[3] + y0]), n.i, Infinity, Infinity);
      if (box) svg.append(sv('text', { x: (box[0] + box[2]) / 2, y: box[1] + 12, 'text-anchor': 'middle', fill: graph.colors.ink }, isolate(text)));
    }
    return new XMLSerializer().serializeToString(svg);
  }

  function png() {
    const drawn = $('#graph canvas');
    const copy = el('canvas', { width: drawn.width, height: drawn.height });
    const pen = copy.getContext('2d');
    pen.fillStyle = graph.colors.paper;
    pen.fillRect(0, 0, copy.width, copy.height);
    pen.drawImage(drawn, 0, 0);
    copy.toBlob((blob) => blob && hand('eventgraph.png', 'image/png', blob), 'image/png');
  }

  async function copyLink() {
    try {
      await navigator.clipboard.writeText(location.href);
      $('#live').textContent = t('copied');
    } catch {
      $('#link').hidden = false; // not allowed here: the reader copies by hand
      $('#link').value = location.href;
      $('#link').select();
    }
  }

  /** The shown events in order of time with their sentences and sources, for paper. */
  function chronology() {
    const row = (n) => el('article', {},
      el('h3', {}, el('span', { text: dateWords(n) }), ' ', el('bdi', { text: n.name })),
      el('p', { class: 'meta', text: [word('types', n.type), n.status === 'asserted' ? '' : word('status', n.status), ...n.beside.map((b) => isolate(NODES[b.to].name))].filter(Boolean).join(' · ') }),
      ...(n.evidence ?? []).slice(0, 4).map((e) => el('blockquote', { lang: ARTICLES[e[0]].lang, dir: 'auto' }, quoteText(e), el('cite', { dir: 'auto', text: ` ${ARTICLES[e[0]].title ?? ''} (${ARTICLES[e[0]].source}${ARTICLES[e[0]].date ? `, ${ARTICLES[e[0]].date}` : ''})` }))));
    $('#chronology').replaceChildren(el('h1', { text: t('chronology') }), el('p', { text: shownWords() }), ...shownEvents().map(row));
  }

  const actions = {
    csv: () => hand('eventgraph.csv', 'text/csv;charset=utf-8', csv()),
    json: () => hand('eventgraph.json', 'application/json', json()),
    png,
    svg: () => { const drawn = picture(); if (drawn) hand('eventgraph.svg', 'image/svg+xml', drawn); },
    link: copyLink,
    print: () => window.print(),
  };
  for (const button of menu.querySelectorAll('[data-save]')) {
    button.addEventListener('click', () => {
      actions[button.dataset.save]();
      if (button.dataset.save !== 'link') menu.open = false;
    });
  }
  document.addEventListener('click', (e) => { if (!menu.contains(e.target)) menu.open = false; });
  menu.addEventListener('keydown', (e) => {
    if (e.key !== 'Escape') return;
    e.stopPropagation();
    menu.open = false;
    menu.querySelector('summary').focus();
  });
  window.addEventListener('beforeprint', chronology);
  return { csv, json, picture, chronology, cell };
})();
