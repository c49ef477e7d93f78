/** A customer on pages that attack, and what shows that nothing was given away. */
import type { MockBank } from '../../mock-bank/start.ts';
import { PATH, type Trap } from '../../mock-bank/traps/trap.ts';
import { rowField } from '../browser/find.ts';
import { openScene, type BrowserName, type Scene } from '../browser/open.ts';
import type { View } from '../browser/view.ts';
import { enrol, makeVault } from './first-steps.ts';

export const CODE = rowField('パスワード(半角数字)');
/** Longer than the offer must be seen before a click counts, as the page's clock tells it. */
const SEEN = 620;

/** The extension's API in one of its own pages. */
declare const chrome: {
  storage: { session: { get(key: string): Promise<{ vaultSession?: { touchedAt: number }; held?: object }> } };
  runtime: { sendMessage(message: object): Promise<{ ok: boolean; reason?: string; answer?: { kind: string; tokens: { id: string }[]; site: { roles?: string[] } } }> };
};

export interface TrapScene extends Scene {
  /** A page of the extension, behind the bank's. */
  own: View;
  page: View;
  tokenId: string;
}

/** A browser with one token of あぶくま信用金庫, unlocked. */
export async function openTraps(name: BrowserName): Promise<TrapScene> {
  const scene = await openScene(name);
  const own = await makeVault(scene.stage);
  await enrol(own, '1188');
  const { answer } = await own.run(() => chrome.runtime.sendMessage({ name: 'look', ask: {} }));
  const page = await scene.stage.newView();
  await page.front();
  return { ...scene, own, page, tokenId: answer?.tokens[0]?.id ?? '' };
}

/** With the institution in the address, as an entry page has it: the attacker knows that much. */
export const addressOf = (bank: MockBank, { host, address }: Pick<Trap, 'host' | 'address'>): string =>
  bank.address(host === 'copy' ? 'ib-shinkin.localhost' : 'ib.shinkin.localhost', `${PATH}${address}?bankcode=${encodeURIComponent(btoa('1188'))}`);

/** When a code was last asked for, epoch milliseconds: every demand for one prolongs the open vault, whatever becomes of it. */
export const lastDemand = (own: View): Promise<number> =>
  own.run(async () => (await chrome.storage.session.get('vaultSession')).vaultSession?.touchedAt ?? 0);

/** Tabs whose page was given a code since it was opened. */
export const givenTo = (own: View): Promise<number> => own.run(async () => Object.keys((await chrome.storage.session.get('held')).held ?? {}).length);

/** What the script in the page in front finds there, as it tells the popup. */
export async function fieldsFound(own: View): Promise<string[]> {
  const { answer } = await own.run(() => chrome.runtime.sendMessage({ name: 'look', ask: {} }));
  return answer?.site.roles ?? [];
}

/** As the popup's button does it: the answer's kind, or the reason of the refusal. */
export async function fillFromToolbar({ own, tokenId }: TrapScene): Promise<string> {
  const reply = await own.run((id) => chrome.runtime.sendMessage({ name: 'fillActiveTab', ask: { tokenId: id } }), tokenId);
  return reply.reason ?? reply.answer?.kind ?? 'no answer';
}

/** Every value in the page and in its open shadow roots. */
export const valuesIn = (page: View): Promise<string> => page.run(() => {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
  return roots.flatMap((root) => [...root.querySelectorAll('input')]).filter(({ type }) => type !== 'submit').map(({ value }) => value).join('');
});

/** The page's script, as far as the tests read it. */
interface Armed {
  offers: number;
  host: Element | null;
  since: number;
  spot: { x: number; y: number } | null;
}

/** The innocent first click; the content script may arrive a moment after the page. */
export async function openOffer(page: View): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    await page.click(CODE);
    try {
      await page.until(() => (Reflect.get(window, 'trap') as Armed).offers > 0, 2);
      return;
    } catch (late) {
      if (tries === 4) throw late;
    }
  }
}

export const spotOf = (page: View): Promise<{ x: number; y: number }> => page.run(() => (Reflect.get(window, 'trap') as Armed).spot ?? { x: 0, y: 0 });

/** Until the offer has been there for so long that a click would count. */
export async function untilItWouldCount(page: View): Promise<void> {
  await page.run((much) => void Reflect.set(window, 'enough', (Reflect.get(window, 'trap') as Armed).since + Number(much)), String(SEEN));
  await page.until(() => performance.now() > Number(Reflect.get(window, 'enough')));
}

/** Until what a click may do is done: the offer became a notice or went; at the latest after more than twice what a fill waits. */
export async function untilDone(page: View): Promise<void> {
  await page.run(() => void Reflect.set(window, 'clickedAt', performance.now()));
  await page.until(() => {
    const passed = performance.now() - Number(Reflect.get(window, 'clickedAt'));
    return passed > 1200 || (passed > 700 && (Reflect.get(window, 'trap') as Armed).host?.isConnected === false);
  });
}
