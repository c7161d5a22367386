/* Search over names in every script, titles of events and articles, and quoted words. */

const search = (() => {
  const input = $('#search');
  const box = $('#suggestions');
  let index = null;
  let quotes = null;
  let active = -1;
  let found = [];
  // A question may be set by a script, and names and texts are as long as an article's writer likes.
  const LONGEST = 200; // characters of a question or a name
  const TERMS = 12;
  const MOST_WORK = 60_000_000; // characters folded or looked through for one question, well below a second

  const build = () => NODES.map((n) => {
    const names = [n.name, n.canonical ?? n.name, ...(n.names ?? []).flatMap(([, some]) => some)];
    if (n.kind === 'article') names.push(n.source);
    return { n, names: [...new Set(names)].map((name) => ({ name, folded: null })) };
  });

  const buildQuotes = () => ARTICLES.flatMap((a, i) => (a.text ?? []).map((text) => ({ text, folded: null, a: i })));

  /** A question as it is asked: folded, its words apart, what it may still look through. */
  function asked(question) {
    const q = fold(question.slice(0, LONGEST));
    const words = q.split(' ');
    return { q, words: words.length > 1 ? words.slice(0, TERMS) : [], left: MOST_WORK };
  }

  /** The folded form of a name or text, made when it is first looked at; null when the question may look no further. */
  function foldedOf(entry, text, ask) {
    if (ask.left <= 0) return null;
    ask.left -= entry.folded === null ? 9 * text.length : 0;
    entry.folded ??= fold(text);
    ask.left -= entry.folded.length * (1 + ask.words.length);
    return entry.folded;
  }

  /** How well a folded name answers a question: 4 equal … 1 somewhere, 0 not. */
  function match(folded, { q, words }) {
    if (folded === q) return 4;
    if (folded.startsWith(q)) return 3;
    const at = folded.indexOf(q);
    if (at < 0) return words.length && words.every((w) => folded.includes(w)) ? 1 : 0;
    return folded[at - 1] === ' ' ? 2 : 1;
  }

  /** The best answers to a question, nodes first, then articles whose words hold it; `partial` when not all was looked through. */
  function answers(question, most = 12) {
    const ask = asked(question);
    if (!ask.q) return Object.assign([], { partial: false });
    index ??= build();
    const hits = [];
    for (const { n, names } of index) {
      let best = 0;
      let by = '';
      for (const entry of names) {
        const folded = foldedOf(entry, entry.name.slice(0, LONGEST), ask);
        if (folded === null) break;
        const m = match(folded, ask);
        if (m > best) [best, by] = [m, entry.name];
      }
      if (best) hits.push({ n, by, score: best * 1000 + (n.kind === 'entity' ? 400 : n.kind === 'event' ? 200 : 0) + Math.min(199, n.weight) });
      if (ask.left <= 0) break;
    }
    hits.sort((a, b) => b.score - a.score || a.n.i - b.n.i);
    if (hits.length < most && ask.q.length > 2) addQuoted(hits, most, ask);
    return Object.assign(hits.slice(0, most), { partial: ask.left <= 0 });
  }

  /** Adds the articles whose words hold a question. */
  function addQuoted(hits, most, ask) {
    quotes ??= buildQuotes();
    const had = new Set(hits.map((h) => h.n.i));
    for (const entry of quotes) {
      const folded = hits.length < most ? foldedOf(entry, entry.text, ask) : null;
      if (folded === null) return;
      const at = FIRST_ARTICLE + entry.a;
      if (folded.includes(ask.q) && !had.has(at)) {
        had.add(at);
        hits.push({ n: NODES[at], by: t('inText'), score: 0, text: true });
      }
    }
  }

  function suggest() {
    input.dir = input.value ? 'auto' : '';
    found = answers(input.value);
    active = -1;
    const nothing = input.value.trim() && !found.length;
    box.hidden = !found.length && !nothing && !found.partial;
    box.replaceChildren(...found.map((hit, i) => {
      const row = el('li', { role: 'option', id: `hit${i}`, 'aria-selected': 'false', 'data-id': hit.n.id }, sign(hit.n), el('bdi', { text: hit.n.name }), hit.by !== hit.n.name ? el('small', {}, el('bdi', { text: hit.by })) : null, el('small', { class: 'kind', text: hit.n.kind === 'event' ? (hit.n.dated ? dateWords(hit.n, false) : t('noDate')) : hit.n.kind === 'article' ? t('article') : word('types', hit.n.type) }));
      row.addEventListener('pointerdown', (e) => e.preventDefault());
      row.addEventListener('click', () => pick(i));
      return row;
    }));
    if (nothing || found.partial) box.append(el('li', { class: 'none', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false', text: t(found.partial ? 'partialHit' : 'noHit') }));
    input.removeAttribute('aria-activedescendant');
    $('#live').textContent = input.value.trim() ? count('results', found.length) : '';
  }

  function move(step) {
    if (!found.length) return;
    active = (active + step + found.length + (active < 0 && step < 0 ? 1 : 0)) % found.length;
    [...box.children].forEach((row, i) => row.setAttribute('aria-selected', String(i === active)));
    input.setAttribute('aria-activedescendant', `hit${active}`);
    box.children[active].scrollIntoView({ block: 'nearest' });
  }

  function pick(i) {
    const hit = found[i];
    if (!hit) return;
    close();
    input.value = hit.n.name;
    input.dir = 'auto';
    if (S.ends.length === 1 && S.ends[0] !== hit.n.id && hit.n.kind !== 'article') choose({ sel: hit.n.id, ends: [S.ends[0], hit.n.id] }, { by: 'search' });
    else choose({ sel: hit.n.id }, { by: 'search' });
  }

  function close() {
    box.hidden = true;
    active = -1;
    input.removeAttribute('aria-activedescendant');
  }

  input.addEventListener('input', suggest);
  input.addEventListener('focus', () => input.value.trim() && input.select());
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (e) => {
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      e.preventDefault();
      if (box.hidden) suggest();
      move(e.key === 'ArrowDown' ? 1 : -1);
    } else if (e.key === 'Enter') {
      e.preventDefault();
      if (box.hidden) suggest();
      pick(Math.max(0, active));
    } else if (e.key === 'Escape') {
      if (box.hidden) input.value = '';
      close();
    }
  });
  document.addEventListener('keydown', (e) => {
    const typing = /^(?:INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? '');
    if (e.key === '/' && !typing && !e.ctrlKey && !e.metaKey && !e.altKey) {
      e.preventDefault();
      input.focus();
    }
  });
  return { answers };
})();
