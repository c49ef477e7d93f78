/** Things that must be found: written the way secrets would be, so that a search that finds no secret is known to see. */
import { randomBytes } from 'node:crypto';
import { makePassphrase } from '../../../components/passphrase-maker.ts';
import type { View } from '../browser/view.ts';
import type { Secret } from './forms.ts';

/** The extension's API in one of its own pages. */
declare const chrome: { storage: { local: { set(items: object): Promise<void> } } };

const wordsFor = (name: string): Secret => ({ name, bytes: Buffer.from(makePassphrase(randomBytes)) });

export type Controls = Record<'local' | 'record' | 'words', Secret>;

export const makeControls = (): Controls => ({
  local: { name: 'a key in storage.local, in base64url', bytes: randomBytes(32) },
  record: { name: 'a key in IndexedDB, as bytes', bytes: randomBytes(32) },
  words: wordsFor('words in IndexedDB, among words of the same groups'),
});

const base64url = ({ bytes }: Secret): string => Buffer.from(bytes).toString('base64url');

/** All groups of the words in another order: what packs them has seen each group before, and cuts the words in pieces. */
const mixed = (text: string): string => text.split('-').toReversed().map((group) => `${group}|`).join('').repeat(3);

/** Runs in a page of the extension. */
async function write(given: string): Promise<void> {
  const { local, record, words, groups }: { local: string; record: number[]; words: string; groups: string } = JSON.parse(given);
  await chrome.storage.local.set({ control: local });
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('control', 1);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('control'));
    opening.addEventListener('error', () => reject(opening.error ?? new Error('no database')));
    opening.addEventListener('success', () => {
      const transaction = opening.result.transaction('control', 'readwrite', { durability: 'strict' });
      transaction.objectStore('control').put({ groups, words, record: Uint8Array.from(record) }, 'control');
      // After some megabytes LevelDB makes a packed table of its log.
      for (let number = 0; number < 300; number++) transaction.objectStore('control').put(crypto.getRandomValues(new Uint8Array(32_768)), number);
      transaction.addEventListener('complete', () => {
        opening.result.close();
        resolve();
      });
    });
  });
}

/** In storage.local and in a database of the extension's own origin. */
export async function writeControls(own: View, controls: Controls): Promise<void> {
  const text = Buffer.from(controls.words.bytes).toString();
  await own.run(write, JSON.stringify({ local: base64url(controls.local), record: [...controls.record.bytes], words: text, groups: mixed(text) }));
}

/** Words typed into a field that is of no use to the page, but is kept by the browser like any other. */
export async function typeControl(own: View, where: string): Promise<Secret> {
  const typed = wordsFor(`words in a text field: ${where}`);
  await own.run(() => {
    const input = document.createElement('input');
    input.id = 'control';
    document.body.append(input);
  });
  await own.type('//input[@id="control"]', Buffer.from(typed.bytes).toString());
  return typed;
}
