/** What the clipboard holds: a picture, or text. */
import type { Offered } from '../../components/import-pieces.ts';

/** Pictures first: an item that has one has often its address as text beside it. */
const PICTURE = /^image\//;
const TEXT = 'text/plain';

/** After a click. Rejects when the browser or the customer does not allow it. */
export async function readClipboard(): Promise<Offered> {
  const offered: Offered = { texts: [], files: [] };
  for (const item of await navigator.clipboard.read()) {
    const picture = item.types.find((type) => PICTURE.test(type));
    if (picture !== undefined) offered.files.push(await item.getType(picture));
    else if (item.types.includes(TEXT)) offered.texts.push(await (await item.getType(TEXT)).text());
  }
  return offered;
}
