// The search box's answers are bounded, whatever is asked and however much there is to look through.
'use strict';
const { test } = require('node:test');
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

const assets = path.join(__dirname, '../../eventgraph/export/html/assets');
const source = ['text.js', 'search.js'].map((name) => fs.readFileSync(path.join(assets, name), 'utf8')).join('\n');
const QUESTION = 200; // the search box's own maxlength

/** The search over some names and article texts; work() is how many characters were folded or looked through. */
function searching(names, texts = []) {
  const nodes = names.map((name, i) => ({ i, id: `n${i}`, name, kind: 'entity', weight: 1 }));
  const articles = texts.map((text, i) => ({ i: names.length + i, id: `a${i}`, name: `${i}.txt`, source: `${i}.txt`, kind: 'article', weight: 1, text: [text] }));
  const element = { addEventListener() {} };
  const page = { NODES: [...nodes, ...articles], ARTICLES: articles, FIRST_ARTICLE: names.length, t: (key) => key, $: () => element, document: element };
  const counted = `
    let work = 0;
    for (const name of ['includes', 'indexOf', 'startsWith', 'split', 'toLowerCase', 'normalize']) {
      const own = String.prototype[name];
      String.prototype[name] = function (...given) { work += this.length; return own.apply(this, given); };
    }`;
  return vm.runInNewContext(`${counted}\n${source}\n;({ answers: search.answers, work: () => work })`, page);
}

const ids = (hits) => Array.from(hits, (hit) => hit.n.id);

test('names, their words and quoted words are found, the best first', () => {
  const { answers } = searching(['Homs', 'Old Homs road', 'Damascus'], ['The convoy left Aleppo at dawn.']);
  assert.deepEqual(ids(answers('homs')), ['n0', 'n1']);
  assert.deepEqual(ids(answers('road old')), ['n1']);
  assert.deepEqual(ids(answers('convoy left')), ['a0']);
  assert.deepEqual(ids(answers('  ')), []);
});

test('of a long question only its beginning is asked', () => {
  const names = Array.from({ length: 400 }, (_, i) => `name ${i} of a village`);
  const short = searching(names);
  const long = searching(names);
  const question = 'village of a name '.repeat(20);
  const most = ids(short.answers(question.slice(0, QUESTION)));
  assert.deepEqual(ids(long.answers(question.repeat(20_000))), most);
  assert.equal(long.work() <= short.work() + 100 * QUESTION, true, `${long.work()} against ${short.work()}`);
});

test('one question looks through no more than so much', () => {
  const { answers, work } = searching(['x '.repeat(100), ...Array.from({ length: 200_000 }, (_, i) => `village number ${i} of the north`)], Array(40).fill('word '.repeat(200_000)));
  const hits = answers('of the north and the south and the east and the west');
  assert.equal(work() < 150_000_000, true, String(work()));
  assert.equal(hits.partial, true);
});

test('an answer that is whole does not say that it is partial', () => {
  assert.equal(searching(['Homs']).answers('homs').partial, false);
});
