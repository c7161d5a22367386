/* The document: elements are made, never parsed from strings. */

const DATA = JSON.parse(document.getElementById('data').textContent);
const WORDS = DATA.words;
const LOCALE = WORDS.ui.locale;
const $ = (selector) => document.querySelector(selector);
const SVG = 'http://www.w3.org/2000/svg';

/** A phrase of the interface, with its {gaps} filled. */
function t(key, gaps = {}) {
  const phrase = Object.hasOwn(WORDS.ui, key) ? WORDS.ui[key] : key;
  return phrase.replace(/\{(\w+)\}/g, (_, name) => (Object.hasOwn(gaps, name) ? gaps[name] : ''));
}

const plural = new Intl.PluralRules(LOCALE);
const number = new Intl.NumberFormat(LOCALE);

/** A counted noun: count('events', 3) is "3 events". */
function count(noun, n) {
  const forms = WORDS.count[noun];
  return (forms[plural.select(n)] ?? forms.other).replace('{n}', number.format(n));
}

/** The word for a value of the data (type, role, status …), or the value itself, readable. */
const word = (table, value) => (Object.hasOwn(WORDS[table], value) ? WORDS[table][value] : oneLine(value).replace(/[_-]+/g, ' '));

/** An element with attributes, listeners (on…) and children; strings become text, never markup. */
function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'text') made.textContent = value;
    else if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/** An SVG element. */
function sv(tag, attributes = {}, text = null) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== undefined) made.setAttribute(name, value);
  if (text !== null) made.textContent = text;
  return made;
}

/* Okabe–Ito colours, and a shape for each so that colour never speaks alone. */
const LOOK = {
  person: { shape: 'dot', color: '#0072b2' },
  organization: { shape: 'square', color: '#009e73' },
  place: { shape: 'triangle', color: '#cc79a7' },
  event: { shape: 'diamond', color: '#d55e00' },
  article: { shape: 'hexagon', color: '#8a8f98' },
  other: { shape: 'dot', color: '#56b4e9' },
};
const PATHS = {
  dot: 'M8 2a6 6 0 1 0 .01 0z',
  square: 'M2.5 2.5h11v11h-11z',
  triangle: 'M8 2 14.5 13.5h-13z',
  diamond: 'M8 .8 15.2 8 8 15.2.8 8z',
  hexagon: 'M4.6 2h6.8L15 8l-3.6 6H4.6L1 8z',
};
const CORNERS = {
  square: [[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]],
  triangle: [[0, -1.1], [1.05, 0.8], [-1.05, 0.8]],
  diamond: [[0, -1.2], [1.2, 0], [0, 1.2], [-1.2, 0]],
  hexagon: [[-0.55, -0.95], [0.55, -0.95], [1.1, 0], [0.55, 0.95], [-0.55, 0.95], [-1.1, 0]],
};
const look = (node) => LOOK[node.kind === 'entity' ? node.type : node.kind] ?? LOOK.other;

/** The small sign of a node's type. */
function sign(node) {
  const { shape, color } = typeof node === 'string' ? LOOK[node] ?? LOOK.other : look(node);
  const hollow = node.status && node.status !== 'asserted';
  const icon = sv('svg', { viewBox: '-1 -1 18 18', width: 14, height: 14, 'aria-hidden': 'true', class: 'sign' });
  icon.append(sv('path', { d: PATHS[shape], fill: hollow ? 'none' : color, stroke: color, 'stroke-width': hollow ? 2 : 0 }));
  return icon;
}

/** A value of the style sheet's variables. */
const paintOf = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
