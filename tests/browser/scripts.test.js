// Unit tests of the page's own functions that need no document; run with `node --test`.
'use strict';
const { test } = require('node:test');
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

const assets = path.join(__dirname, '../../eventgraph/export/html/assets');
const source = ['text.js', 'dates.js', 'scale.js', 'place.js'].map((name) => fs.readFileSync(path.join(assets, name), 'utf8')).join('\n');
const exported = 'fold, direction, shorten, wrap, safeLink, segments, oneLine, dayOf, isoOf, sayDate, stretches, timeScale, ticks, Boxes, spots, freeSpot, lanes, DAY';
const words = { noDate: 'no date', about: 'about {date}', perhaps: 'perhaps {date}', until: 'until {date}', since: 'since {date}', season24: 'winter', decade: '{year}s' };
const t = (key, gaps = {}) => (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => gaps[name]);
const page = vm.runInNewContext(`${source}\n;({ ${exported} })`, { t, Intl, URL });

test('fold joins what writers spell differently', () => {
  const same = [['Erdoğan', 'erdogan'], ['أحمد', 'احمد'], ['على', 'علي'], ['مدرسة', 'مدرسه'], ['مُحَمَّد', 'محمد'], ['Ёлка', 'елка'], ['Straße', 'STRASSE'], ['Al-Assad’s', 'al assad s'], ['ﬁne', 'fine']];
  for (const [a, b] of same) assert.equal(page.fold(a), page.fold(b));
  assert.notEqual(page.fold('Omar'), page.fold('Amar'));
});

test('direction follows the first strong letter', () => {
  assert.equal(page.direction('12 (سلام) hello'), 'rtl');
  assert.equal(page.direction('… hello سلام'), 'ltr');
  assert.equal(page.direction('12'), 'ltr');
});

test('only http and https are links', () => {
  for (const bad of ['javascript:alert(1)', 'JAVASCRIPT:x', 'data:text/html,x', 'file:///etc/passwd', '//example.org', 'https://', ' https://example.org', 'https://exa mple.org', null, 3]) assert.equal(page.safeLink(bad), null, String(bad));
  assert.equal(page.safeLink('https://example.org/a?b=c'), 'https://example.org/a?b=c');
});

test('segments cut a text at overlapping marks and lose nothing', () => {
  const cut = page.segments('abcdef', 1, 6, [{ start: 0, end: 3 }, { start: 2, end: 5 }]);
  assert.equal(cut.map((s) => s.text).join(''), 'bcdef');
  assert.deepEqual(Array.from(cut, (s) => s.marks.length), [1, 2, 1, 0]);
});

test('shorten and wrap keep to their width', () => {
  assert.equal([...page.shorten('word '.repeat(40), 20)].length <= 20, true);
  assert.equal(page.shorten('short', 20), 'short');
  const lines = page.wrap('Compensation agreement signed in Geneva', 22, 2);
  assert.equal(lines.length, 2);
  for (const line of lines) assert.equal([...line].length <= 28, true);
  assert.equal(page.wrap('😀'.repeat(50), 20, 2).length <= 2, true);
});

test('days go to numbers and back', () => {
  for (const iso of ['1970-01-01', '2024-02-29', '1899-12-31', '0044-03-15']) assert.equal(page.isoOf(page.dayOf(iso)), iso);
  for (const bad of [null, '', '2024', '2024-13', 'x']) assert.equal(page.dayOf(bad), null);
});

test('EDTF dates are said with their doubt', () => {
  const said = { '2024-03-12': '12 March 2024', '2024-03': 'March 2024', '2024': '2024', '2024-03~': 'about March 2024', '2024-03-12?': 'perhaps 12 March 2024', '2015/..': 'since 2015', '../2015': 'until 2015', '2021-24': 'winter 2021', '199X': '1990s', '2023-01-20/2023-02-18': '20 January 2023 – 18 February 2023', 'odd': 'odd' };
  for (const [edtf, wordsOf] of Object.entries(said)) assert.equal(page.sayDate(edtf, 'en-GB'), wordsOf);
  assert.equal(page.sayDate(null, 'en-GB'), 'no date');
});

test('the time scale is monotonic and goes both ways', () => {
  const days = [0, 1, 2, 3, 5000, 5001, 5003, 5010, 9000];
  const scale = page.timeScale(days, -5, 9010, 10, 810);
  let before = -Infinity;
  for (let d = -5; d <= 9010; d += 7) {
    const x = scale.x(d);
    assert.equal(x >= before && x >= 10 && x <= 810.001, true);
    before = x;
  }
  for (const d of days) assert.equal(Math.abs(scale.day(scale.x(d)) - d) < 0.01, true);
});

test('long empty stretches are cut, short ones are not', () => {
  assert.equal(page.stretches([0, 1, 2, 3, 9000, 9001, 9002], 0, 9002).length, 2);
  assert.equal(page.stretches([0, 10, 20, 30, 40, 50], 0, 50).length, 1);
  assert.equal(page.stretches([], 0, 100).length, 1);
});

test('ticks are round, in order and not too many', () => {
  for (const [a, b] of [[0, 10], [0, 60], [0, 400], [0, 4000], [-90000, 20000], [5, 6]]) {
    const { days } = page.ticks(a, b, 8);
    assert.equal(days.length <= 20, true);
    assert.deepEqual([...days], [...days].sort((x, y) => x - y));
    for (const d of days) assert.equal(d >= a && d <= b, true);
  }
});

test('labels never lie over one another nor over a marker', () => {
  const boxes = new page.Boxes();
  let seed = 7;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const markers = Array.from({ length: 300 }, (_, i) => ({ i, x: random() * 1000, y: random() * 600, r: 3 + random() * 8 }));
  for (const m of markers) boxes.add([m.x - m.r, m.y - m.r, m.x + m.r, m.y + m.r], m.i);
  const labels = [];
  for (const m of markers) {
    const box = page.freeSpot(boxes, page.spots(m.x, m.y, m.r, 30 + random() * 60, 15), m.i, 1000, 600);
    if (box) labels.push({ box, m });
  }
  assert.equal(labels.length > 20, true);
  const over = (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
  labels.forEach((a, i) => {
    for (const b of labels.slice(i + 1)) assert.equal(over(a.box, b.box), false);
    for (const m of markers) if (m !== a.m) assert.equal(over(a.box, [m.x - m.r, m.y - m.r, m.x + m.r, m.y + m.r]), false);
  });
});

test('lanes never let two markers touch', () => {
  const items = Array.from({ length: 80 }, (_, i) => ({ x0: (i * 37) % 900, x1: ((i * 37) % 900) + 14, need: 90, weight: i % 5 }));
  page.lanes(items, 9, 1000);
  const placed = items.filter((item) => item.row >= 0);
  const reach = (p) => [p.label === 'start' ? p.x0 - p.need : p.x0, p.label === 'end' ? p.x1 + p.need : p.x1];
  placed.forEach((a, i) => {
    for (const b of placed.slice(i + 1)) {
      if (a.row !== b.row) continue;
      const [[p, q], [r, s]] = [reach(a), reach(b)];
      assert.equal(q <= r || s <= p, true);
    }
  });
});
