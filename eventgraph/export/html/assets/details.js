/* The evidence panel: what is known of the selection, and the words it rests on. */

const details = (() => {
  const panel = $('#details .sheet');

  const link = (n, ...extra) => el('button', { type: 'button', class: 'link', 'data-id': n.id, onclick: () => choose({ sel: n.id }, { by: 'panel' }) }, sign(n), el('bdi', { text: n.name }), ...extra);
  const section = (title, ...children) => el('section', {}, el('h3', { text: title }), ...children);
  const fact = (name, ...value) => [el('dt', { text: name }), el('dd', {}, ...value)];
  const facts = (...rows) => el('dl', { class: 'facts' }, ...rows.flat());
  const heading = (text, lang = null) => el('h2', { tabindex: -1, dir: 'auto', lang, text });

  /** A list that shows its first rows and opens on demand. */
  function list(rows, most = 8, cls = 'rows') {
    const made = el('ul', { class: cls }, ...rows.slice(0, most).map((row) => el('li', {}, row())));
    if (rows.length <= most) return made;
    const more = el('button', { type: 'button', class: 'more', text: t('showAll', { n: number.format(rows.length) }) });
    more.addEventListener('click', () => {
      made.append(...rows.slice(most).map((row) => el('li', {}, row())));
      more.remove();
      made.children[most]?.querySelector('button, a')?.focus();
    });
    return el('div', {}, made, more);
  }

  /** A stretch of an article with names and triggers marked; `centre` is the node it is quoted for. */
  function marked(article, passage, start, end, centre, timex = null) {
    const text = ARTICLES[article].text[passage];
    const marks = marksOf(article, passage).filter((m) => m.start < end && m.end > start);
    if (timex) {
      const at = text.indexOf(timex, start);
      if (at >= 0 && at + timex.length <= end) marks.push({ start: at, end: at + timex.length, timex: true });
    }
    return segments(text, start, end, marks).map(({ text: piece, marks: over }) => {
      const own = over.find((m) => m.node && m.node === centre);
      const name = over.find((m) => m.node && !m.trigger);
      if (own) return el('mark', { class: own.trigger ? 'trigger' : 'own', text: piece });
      if (name && VISIBLE.has(name.node.i)) return el('button', { type: 'button', class: 'name', 'data-id': name.node.id, text: piece, onclick: () => choose({ sel: name.node.id }, { by: 'panel' }) });
      const told = centre ? null : over.find((m) => m.trigger && VISIBLE.has(m.node.i));
      if (told) return el('button', { type: 'button', class: 'name told', 'data-id': told.node.id, text: piece, title: told.node.name, onclick: () => choose({ sel: told.node.id }, { by: 'panel' }) });
      if (over.some((m) => m.timex)) return el('span', { class: 'timex', text: piece });
      return document.createTextNode(piece);
    });
  }

  function cite(a) {
    const article = ARTICLES[a];
    const href = safeLink(article.source);
    const node = NODES[FIRST_ARTICLE + a];
    return el('footer', {},
      el('button', { type: 'button', class: 'cite', 'data-id': node.id, onclick: () => choose({ sel: node.id }, { by: 'panel' }) }, el('bdi', { lang: article.lang, text: node.name })),
      el('span', { class: 'source' },
        href ? el('a', { href, rel: 'noopener noreferrer', target: '_blank', dir: 'ltr', text: article.outlet }) : el('bdi', { text: article.outlet }),
        article.date ? ` · ${sayDate(article.date, LOCALE, false)}` : null));
  }

  function quote(a, passage, start, end, centre, timex = null) {
    const article = ARTICLES[a];
    return el('figure', { class: 'quote' },
      el('blockquote', { lang: article.lang, dir: direction(article.text[passage].slice(start, end)) }, ...marked(a, passage, start, end, centre, timex)),
      cite(a));
  }

  const crumbs = (n, ...extra) => el('p', { class: 'kicker' }, sign(n), ...extra);
  const badge = (text, cls = '') => el('span', { class: `badge ${cls}`, text });

  function tools(n) {
    const from = S.ends.length === 1 && S.ends[0] !== n.id;
    return el('div', { class: 'tools' },
      el('button', { type: 'button', onclick: () => expand(n.id), text: S.focus.length ? t('expand') : t('focus') }),
      n.kind === 'article' ? null : el('button', { type: 'button', onclick: () => choose({ ends: from ? [S.ends[0], n.id] : [n.id] }), text: from ? t('pathHere') : t('pathFrom') }),
      el('button', { type: 'button', class: 'quiet', onclick: () => choose({ sel: null }), text: t('close') }));
  }

  // --- an event ------------------------------------------------------------------------------------

  function event(n) {
    const places = n.beside.filter((b) => b.role === 'place');
    const others = n.beside.filter((b) => b.role !== 'place');
    const written = [...new Set((n.evidence ?? []).map((e) => e[4]).filter(Boolean))];
    const doubt = n.status === 'asserted' ? null : badge(word('status', n.status), n.status);
    return [
      crumbs(n, word('types', n.type), doubt, n.by ? el('span', {}, `${t('accordingTo')} `, el('bdi', { text: oneLine(n.by) })) : null),
      heading(n.name),
      el('p', { class: 'when' }, el('strong', { text: dateWords(n) }), n.dated && sharpness(n) === 'vague' ? badge(t('uncertain'), 'vague') : null),
      facts(
        written.length ? fact(t('asWritten'), ...written.flatMap((w, i) => [i ? ', ' : null, el('q', { dir: 'auto', text: w })])) : [],
        n.dated ? fact(t('asUnderstood'), `${rangeWords(n)} `, el('small', { text: word('basis', n.basis) })) : fact(t('asUnderstood'), t('noDate')),
        n.reason ? fact(t('because'), el('span', { dir: 'auto', text: n.reason })) : [],
        fact(t('reportedBy'), count('articles', n.articles.length)),
      ),
      tools(n),
      others.length ? section(t('participants'), el('ul', { class: 'rows' }, ...roleRows(others))) : null,
      places.length ? section(t('places'), el('ul', { class: 'rows' }, ...places.map((b) => el('li', {}, link(NODES[b.to]))))) : null,
      claims(n),
      (n.evidence ?? []).length ? section(t('sentences'), list((n.evidence ?? []).map((e) => () => quote(e[0], ...ARTICLES[e[0]].sentences[e[1]], n, e[4])), 6, 'quotes')) : null,
      n.why?.length ? section(t('whyOne'), el('ul', { class: 'plain' }, ...n.why.map((w) => el('li', { dir: 'auto', text: w })))) : null,
    ];
  }

  const rangeWords = (n) => (n.open || n.from === n.to ? dateWords(n) : `${say(n.from, 'short', LOCALE)} – ${say(n.to, 'short', LOCALE)}`);

  function roleRows(rows) {
    return [...rows].sort((a, b) => (a.role < b.role ? -1 : a.role > b.role ? 1 : NODES[b.to].degree - NODES[a.to].degree))
      .map((b) => el('li', {}, link(NODES[b.to], el('small', { text: word('roles', b.role) }))));
  }

  /** Claims of all sources on one scale, so that differences are seen. */
  function claims(n) {
    const kinds = claimsOf(n);
    if (!kinds.length) return null;
    return section(t('claims'), ...kinds.map(({ kind, rows, differ }) => {
      const top = Math.max(1, ...rows.flatMap((r) => [r.low ?? 0, r.high ?? 0])) * 1.12;
      return el('div', { class: 'claims' },
        el('h4', {}, word('kinds', kind), differ ? badge(t('differ'), 'differ') : null),
        el('ul', {}, ...[...rows].sort(byPublished).map((r) => el('li', {},
          claimPlot(r, top),
          el('span', { class: 'claim' }, el('strong', { dir: 'auto', lang: ARTICLES[r.article]?.lang, text: r.text }), r.asOf ? el('small', { text: ` ${t('asOf', { date: sayDate(r.asOf, LOCALE, false) })}` }) : null),
          r.article >= 0 ? el('button', { type: 'button', class: 'cite', 'data-id': ARTICLES[r.article].id, onclick: () => choose({ sel: ARTICLES[r.article].id }, { by: 'panel' }) }, el('bdi', { text: shorten(NODES[FIRST_ARTICLE + r.article].name, 60) }), ARTICLES[r.article].date ? ` · ${sayDate(ARTICLES[r.article].date, LOCALE, false)}` : null) : null))));
    }));
  }

  /** Claims in the order in which they were published: how a toll rose. */
  const byPublished = (a, b) => {
    const day = (r) => r.asOf ?? ARTICLES[r.article]?.date ?? '9';
    return day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a.article - b.article;
  };

  function claimPlot({ low, high }, top) {
    const x = (v) => 4 + (v / top) * 92;
    const svg = sv('svg', { viewBox: '0 0 100 12', class: 'plot', 'aria-hidden': 'true', preserveAspectRatio: 'none' });
    svg.append(sv('path', { class: 'rule', d: 'M0 6H100' }));
    const [a, b] = [low ?? 0, high ?? top];
    if (low === null || high === null || low !== high) svg.append(sv('rect', { class: low === null || high === null ? 'open' : 'span', x: x(a), y: 3, width: Math.max(1.5, x(b) - x(a)), height: 6 }));
    for (const v of new Set([low, high])) if (v !== null) svg.append(sv('rect', { class: 'dot', x: x(v) - 1.2, y: 1, width: 2.4, height: 10 }));
    return svg;
  }

  // --- an entity -----------------------------------------------------------------------------------

  function entity(n) {
    const events = [...new Set(n.beside.map((b) => b.to))].map((i) => NODES[i]).sort(byTime);
    const quotes = quotesOf(n);
    const others = (n.names ?? []).map(([lang, names]) => fact(languageName(lang), ...names.slice(0, 12).flatMap((name, i) => [i ? ', ' : null, el('bdi', { lang, text: name })])));
    if (n.canonical !== n.name && !(n.names ?? []).some(([, some]) => some.includes(n.canonical))) others.unshift(fact(t('name'), el('bdi', { text: n.canonical })));
    return [
      crumbs(n, word('types', n.type), n.country ? el('span', { text: countryName(n.country) }) : null),
      heading(n.name),
      el('p', { class: 'when', text: `${count('events', events.length)} · ${count('articles', n.articles.length)} · ${count('mentions', n.mentions ?? 0)}` }),
      others.length ? facts(...others) : null,
      tools(n),
      events.some((e) => e.dated) ? miniTimeline(events) : null,
      events.length ? section(t('events'), list(events.map((e) => () => eventRow(e, n)), 8)) : null,
      ...neighbours(n),
      quotes.length ? section(t('sentences'), list(quotes.map((q) => () => quote(q.article, q.passage, q.start, q.end, n)), 5, 'quotes')) : null,
      section(t('articles'), list(n.articles.map((a) => () => link(NODES[FIRST_ARTICLE + a], el('small', { text: ARTICLES[a].outlet }))), 6)),
      n.why?.length ? section(t('whyOne'), el('ul', { class: 'plain' }, ...n.why.map((w) => el('li', { dir: 'auto', text: w })))) : null,
    ];
  }

  function eventRow(e, n = null) {
    const role = n ? roleBetween(n.i, e.i) : null;
    return el('div', { class: 'event-row' }, el('time', { text: e.dated ? dateWords(e, false) : t('noDate') }), link(e, role ? el('small', { text: word('roles', role) }) : null));
  }

  function neighbours(n) {
    const weights = new Map();
    for (const b of n.beside) for (const c of NODES[b.to].beside) if (c.to !== n.i) weights.set(c.to, (weights.get(c.to) ?? new Set()).add(b.to));
    const rows = [...weights].map(([i, shared]) => ({ n: NODES[i], w: shared.size })).sort((a, b) => b.w - a.w || b.n.degree - a.n.degree);
    const tied = n.ties.filter((tie) => !weights.has(tie.a === n.i ? tie.b : tie.a)).map((tie) => ({ n: NODES[tie.a === n.i ? tie.b : tie.a], w: tie.weight }));
    return ['person', 'organization', 'place'].map((type) => {
      const some = [...rows, ...tied].filter((r) => r.n.type === type);
      if (!some.length) return null;
      const most = Math.max(...some.map((r) => r.w));
      return section(t(`with-${type}`), list(some.map((r) => () => el('div', { class: 'bar-row' }, link(r.n), tieLink(n, r, most))), 6));
    });
  }

  function tieLink(n, { n: other, w }, most) {
    const id = [`${n.id}~${other.id}`, `${other.id}~${n.id}`].find((x) => TIE_BY_ID.has(x));
    const bar = sv('svg', { viewBox: '0 0 60 8', class: 'length', 'aria-hidden': 'true', preserveAspectRatio: 'none' });
    bar.append(sv('rect', { x: 0, y: 0, width: (60 * w) / most, height: 8 }));
    const words = count('events', w);
    const figure = el('span', { class: 'figure', text: number.format(w) });
    return id ? el('button', { type: 'button', class: 'tie', 'aria-label': `${number.format(w)} – ${t('relation')}: ${n.name}, ${other.name}`, title: words, 'data-id': id, onclick: () => choose({ sel: id }, { by: 'panel' }) }, bar, figure) : el('span', { class: 'tie', title: words }, bar, figure);
  }

  /** All of an entity's dated events on one line. */
  function miniTimeline(events) {
    const dated = events.filter((e) => e.dated);
    const scale = timeScale(dated.flatMap((e) => [e.from, e.to]), SPAN[0], SPAN[1], 6, 314);
    const svg = sv('svg', { viewBox: '0 0 320 46', class: 'mini', role: 'img', 'aria-label': t('ownTimeline', { from: dateWords(dated[0]), to: dateWords(dated[dated.length - 1]) }) });
    svg.append(sv('path', { class: 'axis', d: 'M4 22H316' }));
    for (const e of dated) {
      const [a, b] = [scale.x(e.from), scale.x(e.to)];
      const g = sv('g', { class: `mini-ev ${e.status}` });
      if (b - a > 8) g.append(sv('rect', { class: sharpness(e), x: a, y: 18, width: b - a, height: 8, rx: 3 }));
      else g.append(sv('path', { d: `M${(a + b) / 2} 16l6 6-6 6-6-6z` }));
      g.append(sv('title', {}, `${e.name} (${dateWords(e)})`));
      g.addEventListener('click', () => choose({ sel: e.id }, { by: 'panel' }));
      svg.append(g);
    }
    svg.append(sv('text', { x: 4, y: 40 }, isolate(say(SPAN[0], 'shortmonth', LOCALE))), sv('text', { x: 316, y: 40, 'text-anchor': 'end' }, isolate(say(SPAN[1], 'shortmonth', LOCALE))));
    return svg;
  }

  // --- an article, a tie, a path -------------------------------------------------------------------

  function article(n) {
    const a = n.i - FIRST_ARTICLE;
    const article = ARTICLES[a];
    const href = safeLink(article.source);
    const events = EVENTS.filter((e) => e.articles.includes(a)).sort(byTime);
    return [
      crumbs(n, t('article'), el('span', { text: languageName(article.lang) })),
      heading(n.name, article.lang),
      facts(
        fact(t('source'), href ? el('a', { href, rel: 'noopener noreferrer', target: '_blank', dir: 'ltr', text: article.source }) : el('bdi', { text: article.source })),
        (article.sources ?? []).length ? fact(t('alsoIn'), ...article.sources.flatMap((s, i) => [i ? ', ' : null, el('bdi', { text: s })])) : [],
        fact(t('published'), article.date ? `${sayDate(article.date, LOCALE)} ` : t('noDate'), article.basis ? el('small', { text: word('published', article.basis) }) : null),
      ),
      tools(n),
      section(article.whole ? t('text') : t('textParts'), el('div', { class: 'body', lang: article.lang }, ...(article.text ?? []).flatMap((text, p) => paragraphs(a, p, text)))),
      events.length ? section(t('events'), list(events.map((e) => () => eventRow(e)), 12)) : null,
    ];
  }

  /** A passage as paragraphs: one per line that holds something. */
  function paragraphs(a, p, text) {
    const found = [];
    for (const m of text.matchAll(/[^\n\r]+/g)) if (m[0].trim()) found.push(el('p', { dir: direction(m[0]) }, ...marked(a, p, m.index, m.index + m[0].length, null)));
    return found;
  }

  function relation(ties) {
    const [a, b] = [NODES[ties[0].a], NODES[ties[0].b]];
    const events = [...new Set(ties.flatMap((tie) => tie.events))].map((i) => NODES[i]).sort(byTime);
    return [
      el('p', { class: 'kicker', text: t('relation') }),
      el('h2', { tabindex: -1 }, el('bdi', { text: a.name }), ' — ', el('bdi', { text: b.name })),
      el('p', { class: 'when', text: `${[...new Set(ties.map((tie) => relationWords(tie.kind)))].join(', ')} · ${count('events', events.length)}` }),
      el('div', { class: 'tools' }, el('button', { type: 'button', class: 'quiet', onclick: () => choose({ sel: null }), text: t('close') })),
      el('ul', { class: 'rows' }, el('li', {}, link(a)), el('li', {}, link(b))),
      ...events.slice(0, 30).map((e) => el('section', {}, eventRow(e), ...(e.evidence ?? []).slice(0, 2).map((x) => quote(x[0], ...ARTICLES[x[0]].sentences[x[1]], e, x[4])))),
    ];
  }

  function path() {
    const ends = S.ends.map((id) => BY_ID.get(id));
    const clear = el('button', { type: 'button', onclick: () => choose({ ends: [] }), text: t('pathClear') });
    if (ends.length === 1) return el('div', { class: 'notice' }, el('p', {}, t('pathPick'), ' ', el('bdi', { text: ends[0].name })), clear);
    const way = pathNow();
    if (!way) return el('div', { class: 'notice' }, el('p', { text: t('pathNone') }), clear);
    return el('div', { class: 'notice' }, el('h3', { text: t('pathTitle', { n: number.format(way.length - 1) }) }),
      el('ol', { class: 'way' }, ...way.map((i, k) => el('li', {}, k ? el('small', { text: word('roles', roleBetween(way[k - 1], i)) }) : null, NODES[i].kind === 'event' ? eventRow(NODES[i]) : link(NODES[i])))), clear);
  }

  // --- nothing selected: what is this? -------------------------------------------------------------

  function overview() {
    const { articles, entities, events } = DATA.total;
    const shown = ENTITIES.length + EVENTS.length;
    const dated = DATED.length ? [DATED[0], DATED.reduce((a, b) => (b.to > a.to ? b : a))] : null;
    const languages = [...new Set(ARTICLES.map((a) => a.lang))];
    if (!articles) return [el('h2', { tabindex: -1, text: t('emptyTitle') }), el('p', { class: 'lead', text: t('emptyBody') }), unread()];
    return [
      el('p', { class: 'kicker', text: t('overview') }),
      el('h2', { tabindex: -1, text: t('headline') }),
      el('p', { class: 'lead', text: dated ? t('lead', { articles: count('articles', articles), languages: count('languages', languages.length), events: count('events', events), entities: count('entities', entities), from: edgeWords(dated[0], 0), to: edgeWords(dated[1], 1) }) : t('leadUndated', { articles: count('articles', articles), languages: count('languages', languages.length), events: count('events', events), entities: count('entities', entities) }) }),
      shown < entities + events ? el('p', { class: 'notice', text: t('partOnly', { shown: number.format(shown), all: number.format(entities + events) }) }) : null,
      el('ul', { class: 'start' }, ...['startClick', 'startSearch', 'startBrush'].map((key) => el('li', { text: t(key) }))),
      top('person', t('topPeople')),
      disputed(),
      section(t('topEvents'), el('ul', { class: 'rows' }, ...[...EVENTS].sort((a, b) => b.weight - a.weight || byTime(a, b)).slice(0, 6).sort(byTime).map((e) => el('li', {}, eventRow(e))))),
      top('organization', t('topOrganizations')),
      top('place', t('topPlaces')),
      readHow(),
      unread(),
    ];
  }

  /** One end of all time told, as exactly as its event is known. */
  function edgeWords(n, end) {
    const written = (n.date[0] ?? '').split('/').filter((part) => /^\d/.test(part));
    return written.length ? sayOne(written[end ? written.length - 1 : 0], LOCALE) : say(end ? n.to : n.from, 'day', LOCALE);
  }

  function top(type, title) {
    const some = ENTITIES.filter((n) => n.type === type && n.degree).sort((a, b) => b.degree - a.degree || b.articles.length - a.articles.length || (a.name < b.name ? -1 : 1)).slice(0, 6);
    if (!some.length) return null;
    return section(title, el('ul', { class: 'rows' }, ...some.map((n) => el('li', { class: 'bar-row' }, link(n), tieLink(n, { n, w: n.degree }, some[0].degree)))));
  }

  function disputed() {
    const some = EVENTS.filter((e) => claimsOf(e).some((c) => c.differ)).sort((a, b) => b.weight - a.weight).slice(0, 4);
    if (!some.length) return null;
    return section(t('disputed'), el('ul', { class: 'rows' }, ...some.map((e) => el('li', {}, eventRow(e), el('p', { class: 'dispute' }, ...mostDisputed(e))))));
  }

  /** The words of the claims that most sources make and differ in. */
  function mostDisputed(e) {
    const { kind, rows } = claimsOf(e).filter((c) => c.differ).sort((a, b) => b.rows.length - a.rows.length)[0];
    const texts = [...new Set([...rows].sort(byPublished).map((r) => r.text))].slice(0, 4);
    return [`${word('kinds', kind)}: `, ...texts.flatMap((text, i) => [i ? ' · ' : null, el('bdi', { text })])];
  }

  /** How each language was read: a reader has to know what could not be found. */
  function readHow() {
    if (!DATA.read.length) return null;
    const poor = DATA.read.filter(([, , , events, lacking]) => !events || lacking).map(([code]) => languageName(code));
    const said = poor.length ? `${t('readHow')} ${t('readPoorly', { languages: poor.join(', ') })}` : t('readHow');
    return el('details', { class: 'notice' }, el('summary', { text: said }), el('ul', { class: 'plain' }, ...DATA.read.map(howRead)));
  }

  function howRead([code, model, dates, events, lacking, more]) {
    const parts = [model ? t('readModel', { model }) : t('readRules'), t(dates ? 'readDates' : 'readNoDates'), t(events ? 'readEvents' : 'readNoEvents')];
    const rest = lacking || more;
    return el('li', {}, `${languageName(code)}: ${parts.join('; ')}`, rest ? ' — ' : null, rest ? el('bdi', { text: rest }) : null);
  }

  function unread() {
    if (!DATA.total.skipped) return null;
    return el('details', { class: 'notice' }, el('summary', { text: count('skipped', DATA.total.skipped) }), el('ul', { class: 'plain' }, ...DATA.skipped.map(([source, reason]) => el('li', {}, el('bdi', { text: source }), ': ', el('bdi', { text: reason })))));
  }

  // --------------------------------------------------------------------------------------------------

  function show(by) {
    const n = S.sel ? BY_ID.get(S.sel) : null;
    const ties = S.sel && !n ? TIE_BY_ID.get(S.sel) : null;
    const parts = n ? { event, entity, article }[n.kind](n) : ties ? relation(ties) : overview();
    panel.replaceChildren(...[S.ends.length ? path() : null, ...parts].filter(Boolean));
    panel.scrollTop = 0;
    $('#details').scrollTop = 0;
    if (by === 'panel') panel.querySelector('h2')?.focus({ preventScroll: true });
    $('#live').textContent = n ? t('selected', { name: n.name, n: count('connections', n.degree) }) : ties ? t('relation') : '';
  }

  whenChanged((changed, by) => {
    if (changed.has('sel') || changed.has('ends') || changed.has('focus')) show(by);
  });
  return { show, eventRow, link };
})();

const names = { language: null, region: null };
for (const type of ['language', 'region']) {
  try {
    names[type] = new Intl.DisplayNames([LOCALE], { type });
  } catch {
    names[type] = null; // an old browser shows the code instead
  }
}
const nameOf = (type, code) => {
  const good = type === 'region' ? /^[A-Za-z]{2}$/ : /^[A-Za-z]{2,3}$/; // others make Intl throw
  if (!good.test(code ?? '')) return oneLine(code ?? '');
  return names[type]?.of(type === 'region' ? code.toUpperCase() : code) ?? code;
};
const languageName = (code) => nameOf('language', code);
const countryName = (code) => nameOf('region', code);
