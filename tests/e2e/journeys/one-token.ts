/** One code in 30 s is all that a token gives: whoever fills page after page takes a fresh token for each. */
import type { View } from '../browser/view.ts';

/** The extension's API in one of its own pages. */
declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };

/** What `own`, a page of the extension, is answered when it asks as its screens do. */
async function ask(own: View, name: string, words: object): Promise<{ ok: boolean; answer?: Record<string, unknown>; reason?: string }> {
  const reply = await own.run(
    async (message) => JSON.stringify(await chrome.runtime.sendMessage(JSON.parse(message))),
    JSON.stringify({ name, ask: words }),
  );
  return JSON.parse(reply);
}

async function answerTo(own: View, name: string, words: object): Promise<Record<string, unknown>> {
  const { answer, reason } = await ask(own, name, words);
  if (!answer) throw new Error(`${name}: ${reason}`);
  return answer;
}

async function tokenIds(own: View): Promise<string[]> {
  const { tokens } = await answerTo(own, 'look', {});
  return Array.isArray(tokens) ? tokens.map((token) => String(Reflect.get(Object(token), 'id'))) : [];
}

/** Issues a token of this institution and deletes all others, so that the vault has just one, which nobody used. */
export async function freshToken(own: View, institutionCode: string): Promise<void> {
  const before = await tokenIds(own);
  const { tokenId } = await answerTo(own, 'enrolShinkin', { institutionCode, termsAccepted: true, samePcAccepted: true });
  await answerTo(own, 'finishSetUp', { tokenId });
  for (const id of before) await answerTo(own, 'removeToken', { tokenId: id });
}

/** What the popup's button does, with the only token there is, for the tab in front. Resolves to `filled`, `armed`, or the reason why not. */
export async function fillFromPopup(own: View): Promise<string> {
  const [tokenId] = await tokenIds(own);
  const { answer, reason } = await ask(own, 'fillActiveTab', { tokenId });
  return reason ?? String(answer?.['kind']);
}
