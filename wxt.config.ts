import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { mergeConfig } from 'vite';
import { defineConfig } from 'wxt';
import { MOCK_HOSTS } from './lib/institutions/mock.ts';
import { platformPatterns } from './lib/institutions/platforms.ts';

/** Development builds know the mock bank, on this port; store builds know nothing of it. */
const DEFAULT_MOCK_BANK_PORT = 8790;
const BANK = platformPatterns();
const MOCK_BANK = [`http://${MOCK_HOSTS.shinkin}/*`, `http://${MOCK_HOSTS.union}/*`];
const MOCK_ISSUER = `http://${MOCK_HOSTS.issuer}`;

/** Chromium needs `offscreen`, too: no other page of ours reaches the clipboard while none is in front. */
const PERMISSIONS = ['storage', 'unlimitedStorage', 'alarms', 'idle', 'activeTab', 'contextMenus', 'scripting', 'webRequest'];

const ANY_SITE = 'https://*/*';
const ANY_LOCAL_SITE = 'http://*.localhost/*';

/** A bank's own page under test (docs/testing.md): JSON of `OwnBank` in lib/institutions/mock.ts. */
const OWN_BANK = process.env['KAGIFUDA_OWN_BANK'];
/** Match patterns know no ports. */
const ownHosts = (): string[] => {
  if (OWN_BANK === undefined) return [];
  const own: unknown = JSON.parse(OWN_BANK);
  const { protocol, hostname } = new URL(String(typeof own === 'object' && own !== null ? Reflect.get(own, 'origin') : ''));
  return [`${protocol}//${hostname}/*`];
};

/** In public/: what an organisation may decide (docs/managed.md). */
const MANAGED_SCHEMA = 'managed-schema.json';

/** In public/_locales: the browser shows them in its own language. */
const WORDS = { default_locale: 'ja', name: '__MSG_name__', short_name: '__MSG_shortName__', description: '__MSG_description__' };

const isDevelopment = (mode: string): boolean => mode === 'development';
/** An organisation's issuer may be anywhere on https (docs/managed.md). It is the background's alone: see `pagesReachNobody`. */
const connectSources = (mode: string): string => (isDevelopment(mode) ? `${MOCK_ISSUER}:* ws://localhost:* http://localhost:* https:` : 'https:');
const OWN_FILES = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; img-src 'self'";
const NEVER = "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'";

/**
 * Chromium loads a page's first script beside everything else and paints nothing before it has run (10 ms sooner a popup);
 * Firefox 153 knows no `blocking`: there the page waits for it, as it is written.
 */
const appearanceBeside = (browser: string) => ({
  name: 'appearance-beside',
  transformIndexHtml: (html: string): string =>
    browser === 'firefox' ? html : html.replace(/<script (?=src="\/(?:appearance|first-look)\.js")/, '<script async blocking="render" '),
});

/** The manifest has one policy for pages and background; a page of ours has nobody to reach. The development server's pages have: that server. */
const pagesReachNobody = () => ({
  name: 'pages-reach-nobody',
  apply: 'build' as const,
  transformIndexHtml: (html: string): string =>
    html.replace(/<meta charset="utf-8"[^>]*>/, (charset) => `${charset}\n    <meta http-equiv="Content-Security-Policy" content="connect-src 'none'">`),
});

const POLYFILL = 'webextension-polyfill/dist/browser-polyfill.js';

/**
 * The polyfill as a module of our kind. Taken for CommonJS, every one of the browser's interfaces is touched once to copy it, and the
 * browser makes each at its first touch.
 */
const polyfillAsModule = () => ({
  name: 'polyfill-as-module',
  enforce: 'pre' as const,
  transform: (code: string, id: string) =>
    id.endsWith(POLYFILL) ? { code: `const module = { exports: {} };\nconst { exports } = module;\n${code}\nexport default module.exports;`, map: null } : undefined,
});

const PREACT = 'preact/dist/preact.mjs';
const MARKUP_SET = /\w+\.innerHTML=\w+\.__html/;

/** Preact can make markup from a string. No screen asks for that (tests/architecture.test.ts), and a store need not wonder: it is taken out. */
const noMarkupFromStrings = () => ({
  name: 'no-markup-from-strings',
  transform: (code: string, id: string) => {
    if (!id.endsWith(PREACT)) return undefined;
    if (!MARKUP_SET.test(code)) throw new Error('This Preact sets markup at another place: look for it again.');
    return { code: code.replace(MARKUP_SET, 'void 0'), map: null };
  },
});

interface Modules {
  getModuleInfo(id: string): { importedIds: string[] } | null;
}

/** Everything that the popup's own script imports, at any depth. */
function closureOf(entry: string, modules: Modules): Set<string> {
  const found = new Set([entry]);
  // A set gives what is added while it is walked, too.
  for (const id of found) for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
}

export default defineConfig({
  imports: false,
  // A test that builds for a store must not write over what `npm run build` made.
  ...(process.env['KAGIFUDA_OUTPUT'] === undefined ? {} : { outDir: process.env['KAGIFUDA_OUTPUT'] }),
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  vite: ({ mode, browser }) => ({
    plugins: [preact(), appearanceBeside(browser), pagesReachNobody(), polyfillAsModule(), noMarkupFromStrings()],
    define: {
      __MOCK_BANK_PORT__: isDevelopment(mode)
        ? JSON.stringify(Number(process.env['KAGIFUDA_BANK_PORT'] ?? DEFAULT_MOCK_BANK_PORT))
        : 'null',
      __OWN_BANK__: isDevelopment(mode) ? (OWN_BANK ?? 'null') : 'null',
    },
    // The oldest that the manifest lets in. For older ones `light-dark()` would be rewritten to what knows nothing of a chosen theme.
    build: { target: 'es2022', cssTarget: ['chrome133', 'firefox142'], modulePreload: { polyfill: false } },
  }),
  hooks: {
    // One script for what the popup shares with other pages, not twenty: each is fetched anew when the popup opens, and the customer
    // waits for the last. What only other pages share is another.
    'vite:build:extendConfig': (entrypoints, config) => {
      if (!entrypoints.some(({ type }) => type === 'popup')) return;
      const entry = fileURLToPath(new URL('entrypoints/popup/main.tsx', import.meta.url));
      let popup: Set<string> | undefined;
      // The framework's module is empty, and in every page.
      const isOfPopup = (id: string, modules: Modules): boolean => id.includes('wxt-html-plugins') || (popup ??= closureOf(entry, modules)).has(id);
      const name = (id: string, modules: Modules): string => (isOfPopup(id, modules) ? 'shared' : 'shared-by-pages');
      const shared = { name, minShareCount: 2, test: /\.m?[jt]sx?$|wxt-html-plugins/ };
      config.build = mergeConfig(config.build ?? {}, { rolldownOptions: { output: { codeSplitting: { groups: [shared] } } } });
    },
    'build:publicAssets': (wxt, assets) => {
      if (wxt.config.browser === 'firefox') assets.splice(0, assets.length, ...assets.filter(({ relativeDest }) => relativeDest !== MANAGED_SCHEMA));
    },
    'build:manifestGenerated': (wxt, manifest) => {
      // The framework takes it from the page, whose title is in no one language.
      if (manifest.sidebar_action) manifest.sidebar_action.default_title = '__MSG_shortName__';
      if (!isDevelopment(wxt.config.mode)) return;
      for (const script of manifest.content_scripts ?? []) script.matches = [...(script.matches ?? []), ...ownHosts()];
    },
  },
  manifest: ({ browser, mode }) => ({
    ...WORDS,
    permissions: browser === 'firefox' ? PERMISSIONS : [...PERMISSIONS, 'offscreen'],
    // Asked for together, in the settings or after a copy: a copied code is then cleared when its time is over.
    optional_permissions: ['clipboardRead', 'clipboardWrite'],
    host_permissions: isDevelopment(mode) ? [...BANK, ...MOCK_BANK, `${MOCK_ISSUER}/*`, ...ownHosts()] : BANK,
    // Asked for one host at a time, when the customer binds an imported token to a site; nothing of it is granted before.
    optional_host_permissions: isDevelopment(mode) ? [ANY_SITE, ANY_LOCAL_SITE] : [ANY_SITE],
    // Declared here and not by an entry point of its own kind: the framework's wrapper is five times as large as the script.
    content_scripts: [
      { matches: isDevelopment(mode) ? [...BANK, ...MOCK_BANK] : BANK, js: ['sentinel.js'], run_at: 'document_idle' },
    ],
    content_security_policy: {
      extension_pages: `${OWN_FILES}; connect-src ${connectSources(mode)}; ${NEVER};`,
    },
    action: { default_title: '__MSG_shortName__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Ctrl+Shift+Period' } },
      'fill-code': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_fillCommand__',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'kagifuda@kagifuda.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['authenticationInfo'] },
            },
          },
        }
      : // Firefox needs none. What a value must be is decided by lib/managed.ts, in words: Chromium drops what this forbids without a word.
        { minimum_chrome_version: '133', storage: { managed_schema: MANAGED_SCHEMA } }),
  }),
});
