/** Every file of each store's package; `*` stands for the digest in a name. */

const PAGES = ['confirm', 'enrol', 'guide', 'health', 'loss', 'popup', 'recovery', 'settings', 'sidepanel', 'transfer', 'unlock'];
const STYLES = ['guide', 'health', 'local', 'lock', 'loss', 'page-parts', 'pieces', 'popup-parts', 'recovery', 'settings', 'transfer'];

const both = (pages: string[]): string[] => [
  'manifest.json',
  '_locales/en/messages.json',
  '_locales/ja/messages.json',
  'icon.svg',
  'icon-small.svg',
  ...[16, 32, 48, 96, 128].map((size) => `icon/${size}.png`),
  'background.js',
  // What runs in a bank's page.
  'sentinel.js',
  'reader.js',
  'hand.js',
  // What our pages run first.
  'appearance.js',
  'first-look.js',
  ...pages.flatMap((page) => [`${page}.html`, `chunks/${page}-*.js`]),
  'chunks/shared-*.js',
  'chunks/shared-by-pages-*.js',
  ...STYLES.map((style) => `assets/${style}-*.css`),
  'assets/qr.worker-*.js',
  'assets/stretch.worker-*.js',
];

export const CONTENTS = { chrome: [...both([...PAGES, 'offscreen']), 'managed-schema.json'].toSorted(), firefox: both(PAGES).toSorted() };

/** Every address in a package, and what it is. Nothing is loaded from any of them. */
export const ADDRESSES = [
  // The banks, in manifest and directory.
  'https://*.ib.shinkin-ib.jp/*',
  'https://www.parasol.anser.ne.jp/*',
  // What an imported token may be bound to.
  'https://*/*',
  // A key in the Cache API, which takes addresses only.
  'https://mark.kagifuda.invalid/',
  // Names of namespaces.
  'http://www.w3.org/1998/Math/MathML',
  'http://www.w3.org/1999/xhtml',
  'http://www.w3.org/2000/svg',
  // In sentences of errors.
  'https://issuer.example.jp',
  'https://www.npmjs.com/package/hash-wasm',
];
