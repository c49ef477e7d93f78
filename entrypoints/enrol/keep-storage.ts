/** Asks the browser never to clear our storage by itself. */

/**
 * Chromium promises that only to sites in much use, but keeps what an extension with `unlimitedStorage` stores, also when browsing data is
 * cleared (developer.chrome.com, "Storage and cookies" of extensions).
 */
export async function keepStorage(): Promise<boolean> {
  return (await navigator.storage.persist()) || location.protocol === 'chrome-extension:';
}
