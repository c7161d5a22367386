/* Days as whole numbers since 1970, and EDTF dates in words. */

const DAY = 864e5;

/** The day number of an ISO day, null where there is none. */
function dayOf(iso) {
  const m = /^(-?\d{4,6})-(\d\d)-(\d\d)$/.exec(iso ?? '');
  if (!m) return null;
  const t = new Date(0);
  t.setUTCFullYear(+m[1], +m[2] - 1, +m[3]);
  return Number.isNaN(t.getTime()) ? null : Math.round(t.getTime() / DAY);
}

/** The first day of a month that is counted from the year 0. */
function monthStart(month) {
  const t = new Date(0);
  t.setUTCFullYear(Math.floor(month / 12), ((month % 12) + 12) % 12, 1);
  return Math.round(t.getTime() / DAY);
}

/** The ISO day of a day number. */
const isoOf = (day) => new Date(Math.round(day) * DAY).toISOString().slice(0, 10);

const formats = new Map();

/** A day number in words, to the day, month or year. */
function say(day, unit, locale) {
  const key = `${unit} ${locale}`;
  if (!formats.has(key)) {
    const shape = {
      day: { day: 'numeric', month: 'long', year: 'numeric' },
      short: { day: 'numeric', month: 'short', year: 'numeric' },
      tick: { day: 'numeric', month: 'short' },
      month: { month: 'long', year: 'numeric' },
      shortmonth: { month: 'short', year: 'numeric' },
      year: { year: 'numeric' },
      weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    }[unit];
    formats.set(key, new Intl.DateTimeFormat(locale, { timeZone: 'UTC', calendar: 'gregory', ...shape }));
  }
  return formats.get(key).format(Math.round(day) * DAY);
}

/** One EDTF date (no interval) in words; what it does not know stays as written. */
function sayOne(edtf, locale, long = true) {
  const bare = edtf.replace(/[~?%]/g, '');
  let m;
  if (/^-?\d{4}-\d\d-\d\d/.test(bare)) {
    const day = dayOf(bare.slice(0, 10));
    if (day !== null) return say(day, long ? 'day' : 'short', locale);
  }
  if ((m = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(bare))) return say(monthStart(+m[1] * 12 + +m[2] - 1), long ? 'month' : 'shortmonth', locale);
  if ((m = /^(\d{4})$/.exec(bare))) return String(+m[1]);
  if ((m = /^(\d{4})-(2[1-4])$/.exec(bare))) return `${t(`season${m[2]}`)} ${m[1]}`;
  if ((m = /^(\d{4})-(3[3-6])$/.exec(bare))) return `${m[1]} Q${+m[2] - 32}`;
  if ((m = /^(\d{3})X$/.exec(bare))) return t('decade', { year: `${m[1]}0` });
  if ((m = /^(\d{2})XX$/.exec(bare))) return t('century', { number: +m[1] + 1 });
  return bare;
}

/** An EDTF date in words, with its doubt. */
function sayDate(edtf, locale, long = true) {
  if (!edtf) return t('noDate');
  if (edtf.includes('/')) {
    const [a, b] = edtf.split('/');
    if (a === '..' || a === '') return t('until', { date: sayDate(b, locale, long) });
    if (b === '..' || b === '') return t('since', { date: sayDate(a, locale, long) });
    return `${sayDate(a, locale, long)} – ${sayDate(b, locale, long)}`;
  }
  const words = sayOne(edtf, locale, long);
  if (/%/.test(edtf) || (/~/.test(edtf) && /\?/.test(edtf))) return t('aboutPerhaps', { date: words });
  if (edtf.includes('~')) return t('about', { date: words });
  return edtf.includes('?') ? t('perhaps', { date: words }) : words;
}
