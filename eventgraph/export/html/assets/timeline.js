/* The timeline: what happened when, in lanes; below it all of time, with a brush for the range. */

const timeline = (() => {
  const svg = $('#timeline svg');
  const BAND = 34; // pixels of the overview
  const AXIS = 20;
  const ROW = 21;
  const SIDE = 14;
  let width = 0;
  let height = 0;
  let scale = null; // of the range on show
  let whole = null; // of the overview
  let drag = null;
  const measure = document.createElement('canvas').getContext('2d');
  const days = DATED.filter((n) => n.to - n.from < 45).flatMap((n) => [n.from, n.to]);
  const sharp = days.length > 3 ? days : DATED.flatMap((n) => [n.from, n.to]);
  let uid = 0;

  const range = () => [S.from ?? SPAN[0], S.to ?? SPAN[1]];
  const shownEvents = () => DATED.filter((n) => VISIBLE.has(n.i) || S.sel === n.id);

  function draw() {
    const box = svg.getBoundingClientRect();
    if (box.width < 50 || box.height < 60) return;
    [width, height] = [box.width, box.height];
    const focused = document.activeElement?.closest?.('#timeline svg') ? document.activeElement.dataset : null;
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    svg.replaceChildren();
    const [a, b] = range();
    scale = timeScale(sharp, a, Math.max(b, a + 1), SIDE, width - SIDE);
    whole = timeScale(sharp, SPAN[0], SPAN[1], SIDE, width - SIDE);
    const bottom = height - BAND - AXIS;
    axis(bottom);
    marks(bottom);
    overview(height - BAND);
    restoreFocus(focused);
  }

  function axis(bottom) {
    let edge = -1e9;
    const labels = [];
    for (const [i, part] of scale.parts.entries()) {
      if (i) svg.append(breakSign((scale.parts[i - 1].x1 + part.x0) / 2, bottom));
      const { unit, days: at } = ticks(part.from, part.to, (part.x1 - part.x0) / 92);
      at.forEach((d, k) => {
        const x = scale.x(d);
        svg.append(sv('line', { class: 'tick', x1: x, x2: x, y1: 0, y2: bottom }));
        const newYear = k === 0 || new Date(d * DAY).getUTCFullYear() !== new Date(at[k - 1] * DAY).getUTCFullYear();
        const shape = { year: 'year', month: 'shortmonth', day: newYear ? 'short' : 'tick' }[unit];
        labels.push({ x, words: say(d, shape, LOCALE), first: k === 0 && i > 0, end: part.x1 + BREAK / 2 });
      });
      if (!at.length) labels.push({ x: part.x0, words: stretchWords(part), first: true, end: part.x1 + BREAK });
    }
    for (const [k, { x, words, end }] of labels.entries()) {
      const w = textWidth(words, 11.5);
      const left = x + w + 4 > Math.max(end, x + 40) ? Math.max(2, end - w - 4) : x + 4;
      if (left < edge + 8 || left + w > width || (labels[k + 1]?.first && left + w > labels[k + 1].x - 2 && k > 0 && !labels[k].first)) continue;
      svg.append(sv('text', { class: 'ticklabel', x: left, y: bottom + 14 }, isolate(words)));
      edge = left + w;
    }
    svg.append(sv('line', { class: 'axis', x1: 0, x2: width, y1: bottom, y2: bottom }));
  }

  /** What to call a stretch too short for a tick: its year, month or day. */
  const stretchWords = ({ from, to }) => {
    const inner = sharp.find((d) => d >= from && d <= to) ?? from;
    return say(inner, to - from > 200 ? 'year' : to - from > 20 ? 'shortmonth' : 'short', LOCALE);
  };

  const breakSign = (x, bottom) => {
    const g = sv('g', { class: 'break' });
    g.append(sv('rect', { x: x - 7, y: 0, width: 14, height: bottom + 1 }));
    g.append(sv('path', { d: `M${x - 4} 0V${bottom}M${x + 4} 0V${bottom}`, 'stroke-dasharray': '2 4' }));
    g.append(sv('path', { d: `M${x - 9} ${bottom + 5}l6 -10M${x + 3} ${bottom + 5}l6 -10` }));
    g.append(sv('title', {}, t('axisBreak')));
    return g;
  };

  function textWidth(text, size, bold = false) {
    measure.font = `${bold ? 600 : 400} ${size}px system-ui, "Noto Sans", "Noto Sans Arabic", sans-serif`;
    return measure.measureText(text).width;
  }

  function marks(bottom) {
    const [a, b] = range();
    const inside = shownEvents().filter((n) => n.from <= b && n.to >= a);
    const rows = Math.max(1, Math.floor((bottom - 4) / ROW));
    const near = neighbourIds();
    const items = inside.map((n) => itemOf(n, near));
    const room = rows * Math.floor(width / 14);
    const crowded = items.length > room * 0.9;
    if (crowded) density(inside, bottom);
    const candidates = crowded ? [...items].sort((p, q) => q.weight - p.weight).slice(0, Math.ceil(room * 0.35)) : items;
    const placed = lanes(candidates, rows, width, 6);
    const list = sv('g', placed ? { role: 'listbox', 'aria-label': t('timelineLabel') } : {});
    for (const item of candidates.sort((p, q) => p.n.from - q.n.from || p.n.i - q.n.i)) if (item.row >= 0) list.append(marker(item, near));
    svg.append(list);
    $('#hidden-events').textContent = placed < inside.length ? t('moreEvents', { shown: number.format(placed), all: number.format(inside.length) }) : '';
  }

  function neighbourIds() {
    const n = S.sel ? BY_ID.get(S.sel) : null;
    const tie = S.sel ? TIE_BY_ID.get(S.sel) : null;
    if (tie) return new Set(tie.flatMap((x) => x.events));
    const path = pathNow();
    if (path) return new Set(path);
    if (!n) return null;
    if (n.kind === 'event') return new Set([n.i]);
    if (n.kind === 'article') return new Set(EVENTS.filter((e) => e.articles.includes(n.i - FIRST_ARTICLE)).map((e) => e.i));
    return new Set(n.beside.map((x) => x.to));
  }

  function itemOf(n, near) {
    const kind = sharpness(n);
    let [x0, x1] = [scale.x(n.from), scale.x(kind === 'point' ? n.from : n.to + 1)];
    if (n.open === 'start') x0 = Math.max(0, x1 - 60);
    if (n.open === 'end') x1 = Math.min(width, x0 + 60);
    if (kind === 'point' || x1 - x0 < 14) {
      const mid = kind === 'point' ? x0 : (x0 + x1) / 2;
      [x0, x1] = [mid - 7, mid + 7];
    }
    const name = shorten(n.name, 36);
    n.textWidth ??= textWidth(name, 12.5) + 10;
    return { n, kind, x0, x1, need: n.textWidth + 4, words: name, weight: (S.sel === n.id ? 1e6 : 0) + (near?.has(n.i) ? 1e4 : 0) + n.weight + ((n.i * 7919) % 997) / 997 };
  }

  function marker(item, near) {
    const { n, kind, x0, x1, row } = item;
    const y = 4 + row * ROW + ROW / 2;
    const aside = near && !near.has(n.i);
    const g = sv('g', {
      class: `ev ${kind} ${n.status}${S.sel === n.id ? ' sel' : ''}${aside ? ' aside' : ''}`,
      tabindex: -1, role: 'option', 'aria-selected': S.sel === n.id, id: `ev${n.i}`,
      'aria-label': `${isolate(n.name)}, ${dateWords(n)}${n.status === 'asserted' ? '' : `, ${word('status', n.status)}`}`,
    });
    g.dataset.id = n.id;
    const left = item.label === 'start' ? x0 - item.need : x0;
    const right = item.label === 'end' ? x1 + item.need : x1;
    g.append(sv('rect', { class: 'hit', x: left - 3, y: y - ROW / 2, width: right - left + 6, height: ROW, rx: 4 }));
    g.append(...shapeOf(kind, x0, x1, y, n));
    if (item.label) {
      const text = sv('text', { x: item.label === 'end' ? x1 + 5 : x0 - 5, y: y + 4.3, 'text-anchor': item.label === 'end' ? 'start' : 'end' }, isolate(item.words));
      g.append(text);
    }
    g.append(sv('title', {}, `${n.name} (${dateWords(n)})`));
    return g;
  }

  /** A day is a diamond, a period a bar with ends, an uncertain date a bar that fades at both ends. */
  function shapeOf(kind, x0, x1, y, n) {
    const mid = (x0 + x1) / 2;
    if (kind === 'point') return [sv('path', { class: 'mk', d: `M${mid} ${y - 6.5}l6.5 6.5-6.5 6.5-6.5-6.5z` })];
    if (kind === 'interval') return [sv('path', { class: 'mk bar', d: `M${x0} ${y - 5}h${x1 - x0}v10h-${x1 - x0}z` }), sv('path', { class: 'caps', d: `M${x0} ${y - 7}v14M${x1} ${y - 7}v14` })];
    const id = `fade${uid++}`;
    const fade = sv('linearGradient', { id });
    const open = { start: [0, 0.9], end: [0.9, 0] }[n.open];
    for (const [at, opacity] of open ? [[0, open[0]], [1, open[1]]] : [[0, 0.08], [0.3, 0.75], [0.7, 0.75], [1, 0.08]]) fade.append(sv('stop', { offset: at, class: 'stop', 'stop-opacity': opacity }));
    const bar = sv('rect', { class: 'mk vague', x: x0, y: y - 5, width: x1 - x0, height: 10, rx: 5 });
    if (n.status === 'asserted') bar.style.fill = `url(#${id})`;
    return [fade, bar, sv('path', { class: 'dash', d: `M${x0} ${y}H${x1}` })];
  }

  function density(events, bottom) {
    const bins = new Map();
    for (const n of events) {
      const k = Math.round(scale.x((n.from + n.to) / 2) / 5);
      bins.set(k, (bins.get(k) ?? 0) + 1);
    }
    const top = Math.max(...bins.values());
    const g = sv('g', { class: 'density', 'aria-hidden': 'true' });
    for (const [k, c] of bins) {
      const h = (c / top) * (bottom - 6);
      g.append(sv('rect', { x: k * 5 - 2.5, y: bottom - h, width: 4, height: h }));
    }
    svg.append(g);
  }

  function overview(top) {
    svg.append(sv('rect', { class: 'band', x: 0, y: top, width, height: BAND }));
    const bins = new Map();
    for (const n of shownInOverview()) {
      const k = Math.round(whole.x((n.from + n.to) / 2) / 4);
      bins.set(k, (bins.get(k) ?? 0) + 1);
    }
    const most = Math.max(1, ...bins.values());
    for (const [k, c] of bins) {
      const h = 4 + (c / most) * (BAND - 11);
      svg.append(sv('rect', { class: 'bin', x: k * 4 - 1.5, y: top + BAND - 3 - h, width: 3, height: h }));
    }
    for (const [i, part] of whole.parts.entries()) if (i) svg.append(sv('path', { class: 'gap', d: `M${(whole.parts[i - 1].x1 + part.x0) / 2 - 5} ${top + BAND - 4}l4 -${BAND - 8}M${(whole.parts[i - 1].x1 + part.x0) / 2 + 1} ${top + BAND - 4}l4 -${BAND - 8}` }));
    const [a, b] = range();
    const [x0, x1] = [whole.x(a), whole.x(b)];
    if (S.from !== null || S.to !== null) for (const [x, w] of [[0, x0], [x1, width - x1]]) svg.append(sv('rect', { class: 'veil', x, y: top, width: Math.max(0, w), height: BAND }));
    svg.append(sv('rect', { class: 'brush', x: x0, y: top + 1, width: Math.max(2, x1 - x0), height: BAND - 2, rx: 3 }));
    for (const [key, x, day, name] of [['from', x0, a, t('firstDay')], ['to', x1, b, t('lastDay')]]) {
      const handle = sv('g', { class: 'handle', tabindex: 0, role: 'slider', 'aria-label': name, 'aria-orientation': 'horizontal', 'aria-valuemin': SPAN[0], 'aria-valuemax': SPAN[1], 'aria-valuenow': Math.round(day), 'aria-valuetext': say(day, 'day', LOCALE) });
      handle.dataset.handle = key;
      handle.append(sv('rect', { class: 'grip', x: x - 12, y: top, width: 24, height: BAND }), sv('rect', { class: 'knob', x: x - 4, y: top + 6, width: 8, height: BAND - 12, rx: 3 }));
      svg.append(handle);
    }
  }

  /** In the overview the range itself does not hide anything. */
  const shownInOverview = () => (S.from === null && S.to === null ? shownEvents() : DATED.filter((n) => !(fails(n, S) & ~BIT.date)));

  function restoreFocus(focused) {
    const all = [...svg.querySelectorAll('.ev')];
    const first = all.find((g) => g.dataset.id === (focused?.id ?? S.sel)) ?? all[0];
    first?.setAttribute('tabindex', 0);
    if (focused?.id && first?.dataset.id === focused.id) first.focus({ preventScroll: true });
    if (focused?.handle) svg.querySelector(`[data-handle="${focused.handle}"]`)?.focus({ preventScroll: true });
  }

  let waiting = false;
  const later = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      draw();
    });
  };

  /** Sets the range; the whole span is no filter at all. */
  function setRange(a, b, replace = true) {
    const from = Math.round(Math.max(SPAN[0], Math.min(a, b)));
    const to = Math.max(from + 1, Math.round(Math.min(SPAN[1], Math.max(a, b))));
    choose({ from: from <= SPAN[0] ? null : from, to: to >= SPAN[1] ? null : to }, { replace, by: 'brush' });
  }

  function zoom(factor, at = null) {
    const [a, b] = range();
    const centre = at ?? scale.day(width / 2);
    setRange(centre - (centre - a) * factor, centre + (b - centre) * factor);
  }

  const dayAt = (e) => whole.day(e.clientX - svg.getBoundingClientRect().left);
  svg.addEventListener('pointerdown', (e) => {
    if (e.button) return;
    const y = e.clientY - svg.getBoundingClientRect().top;
    const handle = e.target.closest('.handle')?.dataset.handle;
    const [a, b] = range();
    const day = dayAt(e);
    if (handle) drag = { handle };
    else if (y > height - BAND) drag = (S.from !== null || S.to !== null) && day > a && day < b ? { move: day, a, b } : { start: day };
    else if (!e.target.closest('.ev') && (S.from !== null || S.to !== null)) drag = { pan: scale.day(e.clientX - svg.getBoundingClientRect().left), a, b, scale };
    else return;
    svg.setPointerCapture(e.pointerId);
    if (!drag.pan) e.preventDefault();
  });
  svg.addEventListener('pointermove', (e) => {
    if (!drag) return;
    const day = dayAt(e);
    const [a, b] = range();
    if (drag.handle === 'from') setRange(Math.min(day, b - 1), b);
    else if (drag.handle === 'to') setRange(a, Math.max(day, a + 1));
    else if (drag.start !== undefined) {
      if (Math.abs(whole.x(day) - whole.x(drag.start)) > 4) setRange(drag.start, day);
    } else {
      const shift = drag.pan !== undefined ? drag.pan - drag.scale.day(e.clientX - svg.getBoundingClientRect().left) : day - drag.move;
      const bound = Math.max(SPAN[0] - drag.a, Math.min(shift, SPAN[1] - drag.b));
      setRange(drag.a + bound, drag.b + bound);
    }
  });
  for (const end of ['pointerup', 'pointercancel']) svg.addEventListener(end, () => { drag = null; });
  svg.addEventListener('dblclick', (e) => !e.target.closest('.ev') && setRange(...SPAN));
  svg.addEventListener('wheel', (e) => {
    if (!(e.ctrlKey || e.metaKey || e.shiftKey)) return;
    e.preventDefault();
    zoom((e.deltaY || e.deltaX) > 0 ? 1.25 : 0.8, scale.day(e.clientX - svg.getBoundingClientRect().left));
  }, { passive: false });
  svg.addEventListener('click', (e) => {
    const g = e.target.closest('.ev');
    if (g) choose({ sel: g.dataset.id }, { by: 'timeline' });
  });
  svg.addEventListener('keydown', (e) => {
    const handle = e.target.dataset?.handle;
    if (handle) {
      const step = (e.shiftKey || e.key.startsWith('Page') ? 30 : 1) * ({ ArrowLeft: -1, ArrowDown: -1, PageDown: -1, ArrowRight: 1, ArrowUp: 1, PageUp: 1 }[e.key] ?? 0);
      const [a, b] = range();
      const home = { Home: SPAN[0], End: SPAN[1] }[e.key];
      if (!step && home === undefined) return;
      e.preventDefault();
      if (handle === 'from') setRange(Math.min(home ?? a + step, b - 1), b);
      else setRange(a, Math.max(home ?? b + step, a + 1));
      return;
    }
    const g = e.target.closest?.('.ev');
    if (!g) return;
    const all = [...svg.querySelectorAll('.ev')];
    const i = all.indexOf(g);
    const next = { ArrowRight: i + 1, ArrowDown: i + 1, ArrowLeft: i - 1, ArrowUp: i - 1, Home: 0, End: all.length - 1 }[e.key];
    if (next !== undefined && all[next]) {
      e.preventDefault();
      g.setAttribute('tabindex', -1);
      all[next].setAttribute('tabindex', 0);
      all[next].focus();
    } else if (e.key === 'Enter' || e.key === ' ') {
      e.preventDefault();
      choose({ sel: g.dataset.id }, { by: 'timeline' });
    }
  });

  /** The events without a date, in a list of their own. */
  function undated() {
    const list = SORTED.filter((n) => !n.dated && VISIBLE.has(n.i));
    const all = EVENTS.filter((n) => !n.dated);
    $('#undated').hidden = !all.length;
    $('#undated h3').textContent = `${t('undated')} (${number.format(list.length)})`;
    $('#undated ul').replaceChildren(...list.slice(0, 300).map((n) => el('li', {}, el('button', { type: 'button', class: S.sel === n.id ? 'sel' : null, 'data-id': n.id, 'aria-pressed': String(S.sel === n.id), onclick: () => choose({ sel: n.id }, { by: 'timeline' }) }, sign(n), el('bdi', { text: n.name })))));
  }

  new ResizeObserver(() => {
    const box = svg.getBoundingClientRect();
    if (box.width !== width || box.height !== height) draw();
  }).observe(svg);
  whenChanged((changed, by) => {
    if (changed.has('visible') || changed.has('sel') || changed.has('ends')) (by === 'brush' ? later : draw)();
    if (changed.has('visible') || changed.has('sel')) undated();
    $('#whole-range').disabled = S.from === null && S.to === null;
  });

  return { draw, undated, setRange, zoom, range };
})();

/** An event's date in words. */
const dateWords = (n, long = true) => sayDate(n.date?.[0], LOCALE, long);
