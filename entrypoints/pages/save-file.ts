/** Into the browser's downloads; no permission is needed for a link of the page's own. */
export function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // At once, the download would find nothing.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
