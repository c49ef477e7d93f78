/** Puts a page into the test's own document (jsdom), with its styles. */
export function openPage(html: string): Document {
  document.documentElement.innerHTML = html;
  return document;
}
