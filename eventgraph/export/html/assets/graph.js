/* The graph: vis-network draws nodes and edges where the page's maker put them; labels and selection are ours. */

const graph = (() => {
  const host = $('#graph .canvas');
  const many = FIRST_ARTICLE > 1500;
  const radius = (n) => (n.kind === 'article' ? 6 : Math.min(26, (n.kind === 'event' ? 7 : 8) + 2.1 * Math.sqrt(n.kind === 'event' ? n.articles.length : n.degree)));
  for (const n of NODES) n.r = radius(n);
  const ranked = [...NODES].sort((a, b) => (b.kind === 'entity') * b.degree + b.articles.length - ((a.kind === 'entity') * a.degree + a.articles.length) || a.i - b.i);
  const hub = ranked[Math.min(ranked.length - 1, Math.max(8, Math.floor(ranked.length / 25)))]?.degree ?? 1;
  let network = null;
  let colors = {};
  let reach = new Set();
  let furniture = []; // boxes of what lies over the picture, which labels avoid

  const readColors = () => {
    colors = Object.fromEntries(['ink', 'paper', 'muted', 'mark', 'line', 'edge'].map((name) => [name, paintOf(`--${name}`)]));
  };

  const visNode = (n) => {
    const { shape, color } = look(n);
    const sure = n.kind !== 'event' || n.status === 'asserted';
    return {
      id: n.i, x: n.x, y: n.y, shape, size: n.r, hidden: !drawn(n),
      borderWidth: many ? 0 : sure ? 1.5 : 2,
      color: { background: sure || many ? color : colors.paper, border: sure && !many ? colors.paper : color },
    };
  };
  const participantEdge = (e, i) => ({ id: i, from: e.a, to: e.b, hidden: S.mode !== 'events', color: { color: colors.edge, opacity: many ? 0.16 : 0.75 }, width: 1 });
  const reportEdge = (r, i) => ({ id: `r${i}`, from: r.a, to: r.b, dashes: !many, color: { color: colors.edge, opacity: many ? 0.12 : 0.5 }, width: 1 });
  const tieEdge = (tie, i) => ({ id: `t${i}`, from: tie.a, to: tie.b, color: { color: colors.edge, opacity: many ? 0.2 : 0.75 }, width: Math.min(9, 0.6 + 1.3 * Math.sqrt(tie.weight)) });
  const has = { reports: false, ties: false };
  const visEdges = () => [...EDGES.map(participantEdge), ...(has.reports ? REPORTS.map(reportEdge) : []), ...(has.ties ? TIES.map(tieEdge) : [])];

  /** Articles and direct ties join the drawing when they are first asked for: most readers never do. */
  function complete() {
    if (S.reports && !has.reports) {
      has.reports = true;
      network.body.data.nodes.add(NODES.slice(FIRST_ARTICLE).map(visNode));
      network.body.data.edges.add(REPORTS.map(reportEdge));
    }
    if (S.mode === 'actors' && !has.ties) {
      has.ties = true;
      network.body.data.edges.add(TIES.map(tieEdge));
    }
  }

  /** Whether a node is painted: shown, of the chosen mode, and not on its own. */
  function drawn(n) {
    if (S.sel === n.id) return true;
    if (!VISIBLE.has(n.i) || (S.mode === 'actors' && n.kind !== 'entity')) return false;
    return S.lonely || n.kind === 'article' || n.degree > 0 || n.ties.length > 0;
  }

  function furnish() {
    const base = host.getBoundingClientRect();
    furniture = ['.zoom', '.legend'].map((part) => $(`#graph ${part}`).getBoundingClientRect()).filter((b) => b.width)
      .map((b) => [b.left - base.left - 4, b.top - base.top - 4, b.right - base.left + 4, b.bottom - base.top + 4]);
  }

  function start() {
    readColors();
    furnish();
    const nodes = new vis.DataSet(NODES.slice(0, FIRST_ARTICLE).map(visNode));
    network = new vis.Network(host, { nodes, edges: new vis.DataSet(visEdges()) }, DATA.options);
    complete();
    network.on('afterDrawing', overlay);
    network.on('click', (e) => {
      const hit = e.nodes.length ? NODES[e.nodes[0]] : nearest(e.pointer.DOM);
      if (hit) choose({ sel: hit.id }, { by: 'graph' });
      else if (e.edges.length && String(e.edges[0]).startsWith('t')) choose({ sel: TIES[+String(e.edges[0]).slice(1)].id }, { by: 'graph' });
      else if (!e.edges.length) choose({ sel: null }, { by: 'graph' });
    });
    network.on('doubleClick', (e) => e.nodes.length && expand(NODES[e.nodes[0]].id));
    network.on('hoverNode', ({ node, event }) => hint(NODES[node], event));
    network.on('blurNode', () => hint(null));
    network.on('dragStart', () => hint(null));
    network.on('zoom', () => hint(null));
    host.querySelector('canvas').setAttribute('aria-hidden', 'true');
    let unseen = !host.clientWidth; // in another view or tab: it is fitted when it first shows
    new ResizeObserver(() => {
      if (!host.clientWidth) return;
      furnish();
      network.setSize('100%', '100%');
      network.redraw();
      if (unseen) showSelection();
      unseen = false;
    }).observe(host);
    if (unseen) return Promise.resolve();
    showSelection();
    return new Promise((resolve) => { network.once('afterDrawing', resolve); network.redraw(); });
  }

  /** What a reader first sees: the selection that the link asks for, or everything. */
  function showSelection() {
    fit(false);
    const light = lit();
    if (light && !(network.getScale() > 0.45 && reached(light).every(inSight))) goTo(reached(light), false);
  }

  const reached = (light) => [...light.centres, ...light.lines.flatMap((l) => [l.a, l.b])].slice(0, 40);

  /** Shows and hides without making anything anew: 40 times faster than DataSet.update at 5,000 nodes. */
  function refresh() {
    complete();
    for (const n of NODES) if (network.body.nodes[n.i]) network.body.nodes[n.i].options.hidden = !drawn(n);
    EDGES.forEach((_, i) => { network.body.edges[i].options.hidden = S.mode !== 'events'; });
    if (has.reports) REPORTS.forEach((_, i) => { network.body.edges[`r${i}`].options.hidden = !S.reports || S.mode !== 'events'; });
    if (has.ties) TIES.forEach((_, i) => { network.body.edges[`t${i}`].options.hidden = S.mode !== 'actors'; });
    network.body.emitter.emit('_dataChanged');
    network.redraw();
  }

  /** Whether a selection is drawn that was not before, or the other way round. */
  let forced = null;
  function selectionChangesPicture() {
    const now = S.sel && BY_ID.has(S.sel) && network.body.nodes[BY_ID.get(S.sel).i]?.options.hidden ? S.sel : null;
    const changes = now !== null || forced !== null;
    forced = now;
    return changes;
  }

  function recolor() {
    readColors();
    network.body.data.nodes.update(NODES.filter((n) => network.body.nodes[n.i]).map((n) => ({ id: n.i, color: visNode(n).color })));
    network.body.data.edges.update(visEdges().map(({ id, color }) => ({ id, color })));
    network.redraw();
  }

  function fit(move = true) {
    const shown = NODES.filter((n) => drawn(n));
    const main = shown.filter((n) => n.degree > 0);
    lookAt(main.length ? main : shown, 1.3, move);
  }

  /** Brings a selection into sight, with its neighbours where that leaves them readable. */
  function goTo(ids, move = true) {
    if (move && network.getScale() > 0.45 && ids.every(inSight)) return; // nothing moves without need
    lookAt(ids.map((i) => NODES[i]).filter(drawn), 0.95, move);
  }

  function inSight(i) {
    const p = network.canvasToDOM({ x: NODES[i].x, y: NODES[i].y });
    return p.x > 40 && p.y > 20 && p.x < host.clientWidth - 40 && p.y < host.clientHeight - 50;
  }

  const tip = el('div', { class: 'tip', hidden: true, 'aria-hidden': 'true' });
  document.body.append(tip);

  /** What the pointer is over, in words: labels have no room for everything. */
  function hint(n, event = null) {
    host.style.cursor = n ? 'pointer' : '';
    tip.hidden = !n;
    if (!n) return;
    tip.replaceChildren(el('bdi', { text: n.name }), el('br'), n.kind === 'event' ? dateWords(n, false) : n.kind === 'article' ? t('article') : `${word('types', n.type)} · ${count('events', n.degree)}`);
    const box = tip.getBoundingClientRect();
    const { clientX, clientY } = event?.srcEvent ?? event;
    tip.style.left = `${Math.max(4, Math.min(innerWidth - box.width - 4, clientX + 14))}px`;
    tip.style.top = `${Math.max(4, clientY - box.height - 10)}px`;
  }

  /** The drawn node next to a point of the screen, for fingers and small signs. */
  function nearest(p) {
    let best = null;
    for (const n of NODES) {
      if (!drawn(n)) continue;
      const q = network.canvasToDOM({ x: n.x, y: n.y });
      const far = Math.hypot(q.x - p.x, q.y - p.y);
      if (far < (best?.far ?? 14)) best = { n, far };
    }
    return best?.n;
  }

  /** Fits nodes into the view, with room for their labels at the sides and the buttons below. */
  function lookAt(nodes, closest, move) {
    if (!nodes.length) return;
    const side = Math.min(78, host.clientWidth * 0.1);
    const [left, top, right, bottom] = [side, 26, side, 58];
    const xs = nodes.map((n) => n.x);
    const ys = nodes.map((n) => n.y);
    const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const width = Math.max(120, host.clientWidth - left - right);
    const height = Math.max(120, host.clientHeight - top - bottom);
    const scale = Math.max(0.01, Math.min(closest, width / Math.max(1, x1 - x0), height / Math.max(1, y1 - y0)));
    const position = { x: (x0 + x1) / 2 - (left - right) / 2 / scale, y: (y0 + y1) / 2 - (top - bottom) / 2 / scale };
    network.moveTo({ position, scale, animation: move && !calm() ? { duration: 320, easingFunction: 'easeInOutQuad' } : false });
  }

  const around = (n) => (S.mode === 'actors' ? n.ties.map((tie) => ({ to: tie.a === n.i ? tie.b : tie.a, tie })) : [...n.beside, ...reportsOf(n)]);
  const reportsOf = (n) => (S.reports || n.kind === 'article' ? REPORTS.filter((r) => r.a === n.i || r.b === n.i).map((r) => ({ to: r.a === n.i ? r.b : r.a, role: 'reports' })) : []);

  /** What the selection lights up: [centre nodes, lines between nodes with their words]. */
  function lit() {
    const path = pathNow();
    if (path) return { centres: path, lines: path.slice(1).map((j, k) => ({ a: path[k], b: j, role: roleBetween(path[k], j) })) };
    const tie = S.sel ? TIE_BY_ID.get(S.sel) : null;
    if (tie) {
      const { a, b, events } = tie[0];
      if (S.mode === 'actors') return { centres: [a, b], lines: [{ a, b }] };
      return { centres: [a, b], lines: events.flatMap((e) => [{ a, b: e }, { a: e, b }]) };
    }
    const n = S.sel ? BY_ID.get(S.sel) : null;
    if (!n) return null;
    return { centres: [n.i], lines: around(n).filter((x) => drawn(NODES[x.to])).map((x) => ({ a: n.i, b: x.to, role: x.role })) };
  }

  function shapeAt(c, shape, x, y, r) {
    c.beginPath();
    if (shape === 'dot') c.arc(x, y, r, 0, 7);
    else CORNERS[shape].forEach(([a, b], i) => (i ? c.lineTo(x + a * r, y + b * r) : c.moveTo(x + a * r, y + b * r)));
    c.closePath();
  }

  function paintNode(c, n, x, y, r, ring) {
    const { shape, color } = look(n);
    shapeAt(c, shape, x, y, r);
    const sure = n.kind !== 'event' || n.status === 'asserted';
    c.fillStyle = sure ? color : colors.paper;
    c.fill();
    c.lineWidth = ring ? 3.5 : 1.5;
    c.strokeStyle = ring ? colors.mark : sure ? colors.paper : color;
    c.stroke();
  }

  function overlay(c) {
    const scale = network.getScale();
    const origin = network.canvasToDOM({ x: 0, y: 0 });
    const ratio = c.canvas.width / c.canvas.clientWidth;
    paintOver(c, (n) => [origin.x + n.x * scale, origin.y + n.y * scale], scale, c.canvas.clientWidth, c.canvas.clientHeight, ratio);
  }

  /** The selection and the labels, at constant size on the screen. */
  function paintOver(c, at, scale, width, height, ratio) {
    const light = lit();
    c.save();
    c.setTransform(ratio, 0, 0, ratio, 0, 0);
    reach = new Set();
    if (scale < (many ? 0.3 : 0.45)) paintDots(c, at, scale, width, height);
    if (light) paintLit(c, light, at, scale, width, height);
    paintLabels(c, light, at, scale, width, height);
    c.restore();
  }

  /** Seen from far, every node is at least a dot. */
  function paintDots(c, at, scale, width, height) {
    const byColor = new Map();
    const least = Math.max(2, Math.min(4, 0.14 * Math.sqrt((width * height) / NODES.length)));
    for (const n of NODES) {
      if (!drawn(n)) continue;
      const [x, y] = at(n);
      if (x < 0 || y < 0 || x > width || y > height) continue;
      if (!many) {
        paintNode(c, n, x, y, Math.max(least, n.r * scale), false);
        continue;
      }
      const { color } = look(n);
      if (!byColor.has(color)) byColor.set(color, []);
      byColor.get(color).push([x, y, Math.max(1.3, Math.min(9, n.r * Math.max(scale, 0.12)))]);
    }
    for (const [color, dots] of byColor) {
      c.fillStyle = color;
      for (const [x, y, r] of dots) c.fillRect(x - r, y - r, 2 * r, 2 * r);
    }
  }

  function paintLit(c, { centres, lines }, at, scale, width, height) {
    c.globalAlpha = 0.8;
    c.fillStyle = colors.paper;
    c.fillRect(0, 0, width, height);
    c.globalAlpha = 1;
    c.strokeStyle = colors.mark;
    c.lineWidth = lines.length > 60 ? 1 : 1.8;
    for (const line of lines) {
      const [x0, y0] = at(NODES[line.a]);
      const [x1, y1] = at(NODES[line.b]);
      c.setLineDash(line.role === 'reports' ? [5, 5] : []);
      c.beginPath();
      c.moveTo(x0, y0);
      c.lineTo(x1, y1);
      c.stroke();
    }
    c.setLineDash([]);
    for (const line of lines) reach.add(line.a).add(line.b);
    for (const i of centres) reach.add(i);
    for (const i of reach) paintNode(c, NODES[i], ...at(NODES[i]), Math.max(5, NODES[i].r * scale), centres.includes(i));
  }

  function paintLabels(c, light, at, scale, width, height) {
    const boxes = new Boxes();
    for (const box of furniture) boxes.add(box, -1);
    const inside = (x, y) => x > -30 && y > -30 && x < width + 30 && y < height + 30;
    const scope = light ? [...reach].map((i) => NODES[i]) : ranked.filter((n) => drawn(n));
    for (const n of scope) {
      const [x, y] = at(n);
      const r = Math.max(light ? 5 : 0, n.r * scale);
      if (inside(x, y) && r > 1.6) boxes.add([x - r, y - r, x + r, y + r], n.i);
    }
    if (light) scope.sort((a, b) => light.centres.includes(b.i) - light.centres.includes(a.i) || b.weight - a.weight);
    const most = light || !many ? 160 : Math.max(12, (width * height) / 13000);
    let tried = 0;
    let written = 0;
    for (const n of scope) {
      if (tried > 700 || written > most) break;
      const [x, y] = at(n);
      if (!inside(x, y)) continue;
      const strong = light?.centres.includes(n.i);
      if (!light && n.r * scale < 3 && (n.degree < hub || n.kind === 'event')) continue;
      tried++;
      if (label(c, boxes, n, x, y, Math.max(light ? 5 : 2, n.r * scale), strong, width, height, scale, light !== null)) written++;
    }
    if (light && light.lines.length <= 14) for (const line of light.lines) if (line.role && line.role !== 'reports') roleLabel(c, boxes, line, at, width, height);
  }

  const fonts = { big: '600 14px ', mid: '600 12.5px ', event: '12px ', small: '12px ' };

  function label(c, boxes, n, x, y, r, strong, width, height, scale, lit) {
    const size = strong ? 'big' : n.kind === 'event' ? 'event' : n.degree >= hub ? 'mid' : 'small';
    c.font = fonts[size] + FONT;
    n.lines ??= wrap(n.name, n.kind === 'event' ? 22 : 26, 2);
    n.widths ??= {};
    const w = (n.widths[size] ??= Math.max(...n.lines.map((line) => c.measureText(line).width)));
    const lead = size === 'big' ? 17 : 15;
    const tall = lead * n.lines.length;
    const near = spots(x, y, r, w, tall);
    const box = freeSpot(boxes, lit ? [...near, ...spots(x, y, r + 16, w, tall), ...spots(x, y, r + 32, w, tall)] : near, n.i, width, height);
    if (!box) return false;
    c.textBaseline = 'middle';
    c.lineJoin = 'round';
    const centred = Math.abs((box[0] + box[2]) / 2 - x) < 2;
    const toStart = !centred && box[0] > x;
    c.textAlign = centred ? 'center' : toStart ? 'left' : 'right';
    const tx = centred ? x : toStart ? box[0] : box[2];
    if (scale < 0.45 && !strong) {
      c.globalAlpha = 0.86; // seen from far, dots stand too close: a label covers what is below it
      c.fillStyle = colors.paper;
      c.fillRect(box[0] - 2, box[1], box[2] - box[0] + 4, box[3] - box[1]);
      c.globalAlpha = 1;
    }
    n.lines.forEach((line, k) => {
      c.direction = direction(line);
      const ty = box[1] + lead * (k + 0.5);
      c.strokeStyle = colors.paper;
      c.lineWidth = 3.5;
      c.strokeText(line, tx, ty);
      c.fillStyle = n.kind === 'event' && !strong ? colors.muted : colors.ink;
      c.fillText(line, tx, ty);
    });
    return true;
  }

  function roleLabel(c, boxes, line, at, width, height) {
    const [x0, y0] = at(NODES[line.a]);
    const [x1, y1] = at(NODES[line.b]);
    if (Math.hypot(x1 - x0, y1 - y0) < 90) return;
    c.font = `italic 11px ${FONT}`;
    const text = shorten(oneLine(word('roles', line.role)), 24);
    const w = c.measureText(text).width;
    const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
    if (!freeSpot(boxes, [[x - w / 2, y - 7, x + w / 2, y + 7]], NaN, width, height)) return;
    c.textAlign = 'center';
    c.textBaseline = 'middle';
    c.direction = direction(text);
    c.strokeStyle = colors.paper;
    c.lineWidth = 4;
    c.strokeText(text, x, y);
    c.fillStyle = colors.mark;
    c.fillText(text, x, y);
  }

  const FONT = 'system-ui, "Segoe UI", "Noto Sans", "Noto Sans Arabic", sans-serif';

  /** The shown node that lies next in the direction of an arrow key. */
  function towards(key) {
    const from = S.sel && BY_ID.get(S.sel);
    const shown = NODES.filter((n) => drawn(n) && n !== from);
    if (!from) return shown.sort((a, b) => b.weight - a.weight)[0];
    const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
    let best = null;
    for (const n of shown) {
      const along = (n.x - from.x) * dx + (n.y - from.y) * dy;
      const aside = Math.abs((n.x - from.x) * dy) + Math.abs((n.y - from.y) * dx);
      const far = along + 2 * aside;
      if (along > 0 && aside < along * 2 && (!best || far < best.far)) best = { n, far };
    }
    return best?.n;
  }

  host.addEventListener('keydown', (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.key.startsWith('Arrow')) {
      const n = towards(e.key);
      if (n) choose({ sel: n.id }, { by: 'keys' });
    } else if (e.key === 'Enter') $('#details h2')?.focus();
    else if (e.key === '+' || e.key === '=') zoom(1.3);
    else if (e.key === '-') zoom(1 / 1.3);
    else if (e.key === '0') fit();
    else return;
    e.preventDefault();
  });

  function zoom(factor) {
    network.moveTo({ scale: Math.max(0.02, Math.min(6, network.getScale() * factor)), animation: calm() ? false : { duration: 150 } });
  }

  whenChanged((changed, by) => {
    if (!network) return;
    if (changed.has('visible') || (changed.has('sel') && selectionChangesPicture())) refresh();
    else if (host.clientWidth) network.redraw();
    if ((changed.has('focus') || changed.has('mode')) && host.clientWidth) fit();
    const light = (changed.has('sel') || changed.has('ends')) && by !== 'graph' ? lit() : null;
    if (light && host.clientWidth) goTo(reached(light));
    $('#shown').textContent = shownWords();
  });

  const position = (id) => {
    const n = BY_ID.get(id);
    const box = host.getBoundingClientRect();
    const p = network.canvasToDOM({ x: n.x, y: n.y });
    return { x: box.left + p.x, y: box.top + p.y };
  };

  return { start, fit, zoom, recolor, refresh, position, drawn, paintOver, shapeAt, paintNode, lit, get network() { return network; }, get colors() { return colors; } };
})();

/** The shown part in a sentence. */
function shownWords() {
  const events = [...VISIBLE].filter((i) => NODES[i].kind === 'event').length;
  const entities = [...VISIBLE].filter((i) => NODES[i].kind === 'entity').length;
  return `${count('names', entities)} · ${count('events', events)}`;
}

/** The role of an entity in an event, whichever comes first. */
const roleBetween = (i, j) => NODES[i].beside.find((b) => b.to === j)?.role;

/** The path between two chosen ends, if two are chosen. */
function pathNow() {
  if (S.ends.length < 2) return null;
  return shortestPath(BY_ID.get(S.ends[0]).i, BY_ID.get(S.ends[1]).i, VISIBLE);
}

/** Shows only a node's surroundings, or adds them to what is shown so far. */
function expand(id) {
  choose({ sel: id, focus: S.focus.includes(id) ? S.focus : [...S.focus, id] });
}
