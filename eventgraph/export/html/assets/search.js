/* Search over names in every script, titles of events and articles, and quoted words. */

const search = (() => {
  const input = $('#search');
  const box = $('#suggestions');
  let index = null;
  let quotes = null;
  let active = -1;
  let found = [];

  const build = () => NODES.map((n) => {
    const names = [n.name, n.canonical ?? n.name, ...(n.names ?? []).flatMap(([, some]) => some)];
    if (n.kind === 'article') names.push(n.source);
    return { n, names: [...new Set(names)].map((name) => [fold(name), name]) };
  });

  const buildQuotes = () => ARTICLES.flatMap((a, i) => (a.text ?? []).map((text) => ({ folded: fold(text), a: i })));

  /** How well a folded name answers a folded question: 4 equal … 1 somewhere, 0 not. */
  function match(folded, q) {
    if (folded === q) return 4;
    if (folded.startsWith(q)) return 3;
    const at = folded.indexOf(q);
    if (at < 0) return q.includes(' ') && q.split(' ').every((w) => folded.includes(w)) ? 1 : 0;
    return folded[at - 1] === ' ' ? 2 : 1;
  }

  /** The best answers to a question, nodes first, then articles whose words hold it. */
  function answers(question, most = 12) {
    const q = fold(question);
    if (!q) return [];
    index ??= build();
    const hits = [];
    for (const { n, names } of index) {
      let best = 0;
      let by = '';
      for (const [folded, name] of names) {
        const m = match(folded, q);
        if (m > best) [best, by] = [m, name];
      }
      if (best) hits.push({ n, by, score: best * 1000 + (n.kind === 'entity' ? 400 : n.kind === 'event' ? 200 : 0) + Math.min(199, n.weight) });
    }
    hits.sort((a, b) => b.score - a.score || a.n.i - b.n.i);
    if (hits.length < most && q.length > 2) {
      quotes ??= buildQuotes();
      const had = new Set(hits.map((h) => h.n.i));
      for (const { folded, a } of quotes) {
        if (hits.length >= most) break;
        if (folded.includes(q) && !had.has(FIRST_ARTICLE + a)) {
          had.add(FIRST_ARTICLE + a);
          hits.push({ n: NODES[FIRST_ARTICLE + a], by: t('inText'), score: 0, text: true });
        }
      }
    }
    return hits.slice(0, most);
  }

  function suggest() {
    input.dir = input.value ? 'auto' : '';
    found = answers(input.value);
    active = -1;
    const nothing = input.value.trim() && !found.length;
    box.hidden = !found.length && !nothing;
    box.replaceChildren(...found.map((hit, i) => {
      const row = el('li', { role: 'option', id: `hit${i}`, 'aria-selected': 'false', 'data-id': hit.n.id }, sign(hit.n), el('bdi', { text: hit.n.name }), hit.by !== hit.n.name ? el('small', {}, el('bdi', { text: hit.by })) : null, el('small', { class: 'kind', text: hit.n.kind === 'event' ? (hit.n.dated ? dateWords(hit.n, false) : t('noDate')) : hit.n.kind === 'article' ? t('article') : word('types', hit.n.type) }));
      row.addEventListener('pointerdown', (e) => e.preventDefault());
      row.addEventListener('click', () => pick(i));
      return row;
    }));
    if (nothing) box.append(el('li', { class: 'none', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false', text: t('noHit') }));
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
