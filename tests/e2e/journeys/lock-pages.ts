/** What a customer does with the lock, and what of it can be seen on the disk. */
import { toBase64url } from '../../../lib/bytes.ts';
import { type Client, client } from '../../../lib/messages/client.ts';
import type { OwnRequests } from '../../../lib/messages/protocol.ts';
import type { SlotKey, WayIn } from '../../../lib/messages/ways.ts';
import { stretch } from '../../../lib/vault/stretch.ts';
import { button, field, text } from '../browser/find.ts';
import type { View } from '../browser/view.ts';

/** The extension's API in one of its own pages. */
declare const chrome: {
  runtime: { sendMessage(message: object): Promise<unknown> };
  storage: { session: { get(key: string): Promise<Record<string, unknown>> } };
};

/** Asks the background as a page of ours does. */
export const asking = (own: View): Client<OwnRequests> =>
  client<OwnRequests>((message) => own.run((given) => chrome.runtime.sendMessage(JSON.parse(given)), JSON.stringify(message)));

export async function keyOf(passphrase: string, { slotId, ...stretching }: WayIn): Promise<SlotKey> {
  return { slotId, key: toBase64url(await stretch(passphrase, stretching)) };
}

/** Types it into the form of the page that is there. */
export async function unlock(own: View, passphrase: string): Promise<void> {
  await own.type(field('パスフレーズ'), passphrase);
  await own.click(button('ロックを解除'));
}

export async function lockNow(own: View): Promise<void> {
  await own.click(button('今すぐロック'));
  await own.waitFor(button('ロックを解除'));
}

/** In the form that is open in the settings. */
export async function prove(own: View, passphrase: string, deed: string): Promise<void> {
  await own.type(field('今のパスフレーズ'), passphrase);
  await own.click(button(deed));
}

/** What the page for loss and theft says. */
export async function lossKit(own: View, ownOrigin: string): Promise<string> {
  await own.go(`${ownOrigin}/loss.html`);
  await own.waitFor(text('ご連絡先とシリアル番号'));
  await own.until(() => document.querySelector('.sheet') !== null);
  return await own.textOf('//main');
}

/** The stored header: any write would change it. */
export function headerOf(own: View): Promise<string> {
  return own.run(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('kagifuda');
        opening.addEventListener('error', () => reject(new Error('the database does not open')));
        opening.addEventListener('success', () => {
          const asked = opening.result.transaction('header').objectStore('header').get('header');
          asked.addEventListener('error', () => reject(new Error('the header cannot be read')));
          asked.addEventListener('success', () => {
            opening.result.close();
            resolve(JSON.stringify(Object.entries(asked.result).map(([name, value]) => [name, Array.from(value as Uint8Array)])));
          });
        });
      }),
  );
}

/** How long an open vault stays open when nobody touches it, milliseconds. */
export function sessionLasts(own: View): Promise<number> {
  return own.run(async () => {
    const { vaultSession } = await chrome.storage.session.get('vaultSession');
    return Number(Reflect.get(Object(vaultSession), 'deadline')) - Number(Reflect.get(Object(vaultSession), 'touchedAt'));
  });
}
