/** The whole manifest of each store's package, as reviewers and customers see it. A change here is one to SECURITY.md, too. */

const BANKS = ['https://*.ib.shinkin-ib.jp/*', 'https://www.parasol.anser.ne.jp/*'];
const PERMISSIONS = ['storage', 'unlimitedStorage', 'alarms', 'idle', 'activeTab', 'contextMenus', 'scripting', 'webRequest'];

/** No `web_accessible_resources`, no `externally_connectable`: neither is here. */
const BOTH = {
  manifest_version: 3,
  version: '0.1.0',
  name: '__MSG_name__',
  short_name: '__MSG_shortName__',
  description: '__MSG_description__',
  default_locale: 'ja',
  icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 96: 'icon/96.png', 128: 'icon/128.png' },
  optional_permissions: ['clipboardRead', 'clipboardWrite'],
  host_permissions: BANKS,
  // One site at a time, when the customer binds an imported token to it.
  optional_host_permissions: ['https://*/*'],
  content_scripts: [{ matches: BANKS, js: ['sentinel.js'], run_at: 'document_idle' }],
  content_security_policy: {
    extension_pages: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; img-src 'self'; connect-src https:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none';",
  },
  action: { default_title: '__MSG_shortName__', default_popup: 'popup.html' },
  commands: {
    _execute_action: { suggested_key: { default: 'Ctrl+Shift+Period' } },
    'fill-code': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_fillCommand__' },
  },
};

export const MANIFESTS = {
  chrome: {
    ...BOTH,
    minimum_chrome_version: '133',
    permissions: [...PERMISSIONS, 'offscreen', 'sidePanel'],
    background: { service_worker: 'background.js' },
    side_panel: { default_path: 'sidepanel.html' },
    // An organisation's own decisions; Firefox wants no schema.
    storage: { managed_schema: 'managed-schema.json' },
  },
  firefox: {
    ...BOTH,
    browser_specific_settings: {
      gecko: {
        id: 'kagifuda@kagifuda.example',
        strict_min_version: '142.0',
        // The numbers by which a customer enrols go to the issuer of that token, and nowhere else.
        data_collection_permissions: { required: ['authenticationInfo'] },
      },
    },
    permissions: PERMISSIONS,
    background: { scripts: ['background.js'] },
    sidebar_action: { default_panel: 'sidepanel.html', default_title: '__MSG_shortName__', open_at_install: false },
  },
};
