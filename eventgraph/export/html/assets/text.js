/* Text: folding for search (the same as eventgraph.names.fold), direction, isolation, links. */

const LETTERS = new Map(Object.entries({
  'أ': 'ا', 'إ': 'ا', 'آ': 'ا', 'ٱ': 'ا', 'ى': 'ي', 'ی': 'ي', 'ة': 'ه', 'ؤ': 'و', 'ئ': 'ي',
  'ک': 'ك', 'گ': 'ك', 'ـ': '', 'ё': 'е', 'ı': 'i', 'ł': 'l', 'đ': 'd', 'ø': 'o', 'ß': 'ss', 'ς': 'σ', 'ſ': 's',
}));
const SPECIAL = /[أإآٱىیةؤئکگـёıłđøßςſ]/gu;
const letters = (s) => s.replace(SPECIAL, (c) => LETTERS.get(c));

/** A name as it is compared: lower case, no diacritics, one blank between words. */
function fold(name) {
  const plain = letters(name.toLowerCase()).normalize('NFKD').replace(/\p{M}/gu, '');
  return letters(plain.toLowerCase()).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const LTR = /[A-Za-z\u00c0-\u024f\u0370-\u052f\u3040-\u9fff\uac00-\ud7a3]/u;

/** The direction of a text by its first strong letter, as dir="auto" finds it. */
function direction(text) {
  for (const c of text) {
    if (RTL.test(c)) return 'rtl';
    if (LTR.test(c)) return 'ltr';
  }
  return 'ltr';
}

/** A text inside a sentence of another direction (FIRST STRONG ISOLATE … POP). */
const isolate = (text) => `\u2068${text}\u2069`;

/** A text without what would draw outside its line: controls and unbalanced direction marks. */
const oneLine = (text) => String(text).replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').replace(/[\u202a-\u202e\u2066-\u2069]/g, '').trim();

/** At most so many characters, cut at a word where one is near. */
function shorten(text, most) {
  const points = [...text];
  if (points.length <= most) return text;
  const cut = points.slice(0, most - 1).join('');
  const blank = cut.lastIndexOf(' ');
  return (blank > most * 0.6 ? cut.slice(0, blank) : cut) + '…';
}

/** A text broken into at most `lines` lines of about `width` characters, of about the same length. */
function wrap(text, width, lines = 2) {
  const out = [''];
  const short = shorten(text, width * lines);
  const length = [...short].length;
  const aim = length <= width ? width : Math.min(width, Math.ceil(length / lines) + 3);
  for (const word of short.split(' ')) {
    const last = out[out.length - 1];
    if (last && [...last].length + [...word].length + 1 > aim && out.length < lines) out.push(word);
    else out[out.length - 1] = last ? `${last} ${word}` : word;
  }
  return out.map((line) => shorten(line, width + 6));
}

/** The address if it is one that a reader may follow, else null. */
function safeLink(address) {
  if (typeof address !== 'string' || !/^https?:\/\/[^\s]+$/iu.test(address)) return null;
  try {
    const url = new URL(address);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}

/** Cuts a text at marks: [{text, marks}] in order; marks are {start, end, …}, they may overlap. */
function segments(text, start, end, marks) {
  const cuts = new Set([start, end]);
  for (const m of marks) {
    if (m.start > start && m.start < end) cuts.add(m.start);
    if (m.end > start && m.end < end) cuts.add(m.end);
  }
  const at = [...cuts].sort((a, b) => a - b);
  return at.slice(0, -1).map((from, i) => ({
    text: text.slice(from, at[i + 1]),
    marks: marks.filter((m) => m.start <= from && m.end >= at[i + 1] && m.end > m.start),
  }));
}
