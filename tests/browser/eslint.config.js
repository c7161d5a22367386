// The page's scripts are concatenated in the order that page.py names, so what one declares all see.
'use strict';
const fs = require('node:fs');
const path = require('node:path');

const assets = path.join(__dirname, '../../eventgraph/export/html/assets');
const shared = {};
for (const name of fs.readdirSync(assets).filter((file) => file.endsWith('.js'))) {
  const text = fs.readFileSync(path.join(assets, name), 'utf8');
  for (const [, found] of text.matchAll(/^(?:const|let|class|(?:async )?function)\s+([A-Za-z_$][\w$]*)/gm)) shared[found] = 'writable';
}
const browser = Object.fromEntries('window document location innerHeight innerWidth matchMedia getComputedStyle requestAnimationFrame setTimeout clearTimeout navigator URL URLSearchParams Blob Response DecompressionStream ResizeObserver XMLSerializer Intl atob vis'.split(' ').map((name) => [name, 'readonly']));

module.exports = [
  {
    files: ['**/assets/*.js'],
    languageOptions: { ecmaVersion: 2022, sourceType: 'script', globals: { ...browser, ...shared } },
    rules: {
      'no-undef': 'error',
      'no-implied-eval': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-unused-vars': ['error', { vars: 'local', args: 'after-used' }],
      'prefer-const': 'error',
      'no-var': 'error',
      eqeqeq: 'error',
      'no-restricted-properties': ['error', ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'write', 'writeln'].map((property) => ({ property, message: 'elements are made, never parsed from strings' }))],
      'no-restricted-globals': ['error', 'fetch', 'XMLHttpRequest', 'WebSocket', 'eval', 'localStorage'],
    },
  },
];
