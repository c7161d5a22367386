/* The map: places that have coordinates over a graticule. No tiles, no network. */

const map = (() => {
  const host = $('#view-map');
  const places = ENTITIES.filter((n) => n.at && Math.abs(n.at[0]) <= 85 && Math.abs(n.at[1]) <= 180);
  const project = ([lat, lon]) => [lon, -Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * (180 / Math.PI)];
  const latitude = (y) => (Math.atan(Math.exp((-y * Math.PI) / 180)) * 360) / Math.PI - 90;
  for (const n of places) n.xy = project(n.at);
  const towns = (DATA.towns ?? []).map(([name, lat, lon]) => ({ name, xy: project([lat, lon]) }));
  const svg = sv('svg', { role: 'group', 'aria-label': t('mapLabel') });
  const note = el('p', { class: 'note' });
  let view = null; // centre x, centre y, pixels per degree
  let drag = null;

  const shown = () => places.filter((n) => VISIBLE.has(n.i) || S.sel === n.id);

  /** The view of all shown places, or (at first) of where most of it happens, without the far ends. */
  function fitted(width, height, all = false) {
    const some = shown().length ? shown() : places;
    const weighed = all ? some : some.flatMap((n) => Array(Math.max(1, Math.min(30, n.degree))).fill(n));
    const share = all || some.length < 6 ? 0 : 0.06;
    const ends = (k) => {
      const sorted = weighed.map((n) => n.xy[k]).sort((a, b) => a - b);
      return [sorted[Math.floor(share * (sorted.length - 1))], sorted[Math.ceil((1 - share) * (sorted.length - 1))]];
    };
    const [[x0, x1], [y0, y1]] = [ends(0), ends(1)];
    const k = Math.min((width - 160) / Math.max(x1 - x0, 2), (height - 130) / Math.max(y1 - y0, 2));
    return { x: (x0 + x1) / 2, y: (y0 + y1) / 2 + 24 / k, k: Math.max(0.5, Math.min(k, 120)) };
  }

  function draw() {
    if (host.hidden) return;
    const { width, height } = host.getBoundingClientRect();
    if (width < 20) return;
    if (!host.firstChild) host.append(svg, el('div', { class: 'zoom' }, zoomButton('zoomIn', '+', 1.5), zoomButton('zoomOut', '−', 1 / 1.5), el('button', { type: 'button', text: t('fit'), onclick: () => { const { width, height } = host.getBoundingClientRect(); view = fitted(width, height, true); draw(); } })), note);
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    svg.replaceChildren();
    note.textContent = places.length ? t('mapNote', { n: number.format(shown().length) }) : t('mapEmpty');
    if (!places.length) return;
    view ??= fitted(width, height);
    const at = ([x, y]) => [width / 2 + (x - view.x) * view.k, height / 2 + (y - view.y) * view.k];
    graticule(at, width, height);
    const boxes = new Boxes();
    const dots = shown().map((n) => ({ n, p: at(n.xy), r: 4 + 2.2 * Math.sqrt(n.degree) })).sort((a, b) => b.r - a.r);
    for (const { n, p, r } of dots) boxes.add([p[0] - r, p[1] - r, p[0] + r, p[1] + r], n.i);
    const layer = sv('g');
    ways(layer, at);
    for (const dot of dots) layer.append(marker(dot));
    for (const dot of dots) nameOfPlace(layer, boxes, dot, width, height);
    context(boxes, at, width, height);
    svg.append(layer);
    const all = [...svg.querySelectorAll('.spot')];
    (all.find((g) => g.dataset.id === S.sel) ?? all[0])?.setAttribute('tabindex', 0);
  }

  const zoomButton = (key, sign, factor) => el('button', { type: 'button', 'aria-label': t(key), text: sign, onclick: () => { view.k = Math.max(0.5, Math.min(4000, view.k * factor)); draw(); } });

  function graticule(at, width, height) {
    const step = [45, 30, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1].find((s) => s * view.k < 190) ?? 0.1;
    const west = view.x - width / 2 / view.k;
    const east = view.x + width / 2 / view.k;
    const north = latitude(view.y - height / 2 / view.k);
    const south = latitude(view.y + height / 2 / view.k);
    const degrees = (v, plus, minus) => `${number.format(Math.abs(Math.round(v * 100) / 100))}°${v ? (v > 0 ? plus : minus) : ''}`;
    for (let lon = Math.ceil(west / step) * step; lon <= east; lon += step) {
      const [x] = at([lon, 0]);
      svg.append(sv('path', { class: 'meridian', d: `M${x} 0V${height}` }), sv('text', { class: 'degree', x: x + 4, y: 14 }, degrees(lon, 'E', 'W')));
    }
    for (let lat = Math.ceil(south / step) * step; lat <= Math.min(north, 85); lat += step) {
      const [, y] = at(project([lat, 0]));
      svg.append(sv('path', { class: 'meridian', d: `M0 ${y}H${width}` }), sv('text', { class: 'degree', x: 4, y: y - 4 }, degrees(lat, 'N', 'S')));
    }
  }

  /** Arcs from the selected place to the places of the events that it shares people with. */
  function ways(layer, at) {
    const n = S.sel ? BY_ID.get(S.sel) : null;
    if (!n) return;
    const where = n.kind === 'event' ? n.beside.map((b) => b.to) : n.beside.flatMap((b) => NODES[b.to].beside.map((c) => c.to));
    const lit = [...new Set(where)].map((i) => NODES[i]).filter((m) => m.xy && m !== n);
    for (const m of lit) {
      const [x, y] = at(m.xy);
      if (n.xy) {
        const [a, b] = at(n.xy);
        layer.append(sv('path', { class: 'arc', d: `M${a} ${b}Q${(a + x) / 2 + (y - b) * 0.15} ${(b + y) / 2 - (x - a) * 0.15} ${x} ${y}` }));
      } else layer.append(sv('circle', { class: 'halo', cx: x, cy: y, r: 9 + 2.2 * Math.sqrt(m.degree) }));
    }
  }

  function marker({ n, p, r }) {
    const g = sv('g', { class: `spot${S.sel === n.id ? ' sel' : ''}`, tabindex: -1, role: 'button', 'aria-label': `${n.name}, ${count('events', n.degree)}`, 'aria-pressed': S.sel === n.id });
    g.dataset.id = n.id;
    g.append(sv('circle', { cx: p[0], cy: p[1], r: Math.max(r, 12), class: 'grip' }), sv('circle', { cx: p[0], cy: p[1], r }), sv('title', {}, n.name));
    return g;
  }

  const pen = document.createElement('canvas').getContext('2d');
  function nameOfPlace(layer, boxes, { n, p, r }, width, height) {
    pen.font = '600 13px system-ui, "Noto Sans", "Noto Sans Arabic", sans-serif';
    const text = shorten(n.name, 28);
    const w = pen.measureText(text).width + 4;
    const box = freeSpot(boxes, spots(p[0], p[1], r, w, 17), n.i, width, height);
    if (box) layer.append(sv('text', { class: 'town', x: (box[0] + box[2]) / 2, y: box[1] + 13, 'text-anchor': 'middle' }, isolate(text)));
  }

  /** Big towns of the region, faint, so that a reader knows where this is. */
  function context(boxes, at, width, height) {
    pen.font = '11.5px system-ui, "Noto Sans", sans-serif';
    let drawn = 0;
    for (const town of towns) {
      const [x, y] = at(town.xy);
      if (drawn > 40 || x < 0 || y < 0 || x > width || y > height) continue;
      const w = pen.measureText(town.name).width + 2;
      const box = freeSpot(boxes, [[x + 4, y - 8, x + 4 + w, y + 7]], NaN, width, height);
      if (!box) continue;
      drawn++;
      svg.append(sv('circle', { class: 'faint', cx: x, cy: y, r: 1.8 }), sv('text', { class: 'faint', x: x + 5, y: y + 4 }, town.name));
    }
  }

  svg.addEventListener('click', (e) => {
    const g = e.target.closest('.spot');
    if (g) choose({ sel: g.dataset.id }, { by: 'map' });
  });
  svg.addEventListener('keydown', (e) => {
    const all = [...svg.querySelectorAll('.spot')];
    const i = all.indexOf(e.target.closest('.spot'));
    const j = { ArrowRight: i + 1, ArrowDown: i + 1, ArrowLeft: i - 1, ArrowUp: i - 1 }[e.key];
    if (j !== undefined && all[j]) {
      e.preventDefault();
      all[i].setAttribute('tabindex', -1);
      all[j].setAttribute('tabindex', 0);
      all[j].focus();
    } else if ((e.key === 'Enter' || e.key === ' ') && i >= 0) {
      e.preventDefault();
      choose({ sel: all[i].dataset.id }, { by: 'map' });
    }
  });
  svg.addEventListener('wheel', (e) => {
    e.preventDefault();
    if (view) view.k = Math.max(0.5, Math.min(4000, view.k * (e.deltaY > 0 ? 0.85 : 1.18)));
    draw();
  }, { passive: false });
  svg.addEventListener('pointerdown', (e) => {
    if (!e.target.closest('.spot') && view) drag = { x: e.clientX, y: e.clientY, view: { ...view } };
  });
  svg.addEventListener('pointermove', (e) => {
    if (!drag) return;
    view = { ...view, x: drag.view.x - (e.clientX - drag.x) / view.k, y: drag.view.y - (e.clientY - drag.y) / view.k };
    draw();
  });
  for (const end of ['pointerup', 'pointerleave', 'pointercancel']) svg.addEventListener(end, () => { drag = null; });

  whenChanged((changed) => {
    if (changed.has('visible')) view = null;
    draw();
  });
  new ResizeObserver(draw).observe(host);
  return { draw };
})();
