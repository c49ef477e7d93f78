/** From the customer's press to the open vault, by each way there is; and a handshake with the issuer, against one signed question to it. */
import { openChromium } from '../tests/e2e/browser/chromium.ts';
import { button, field, text } from '../tests/e2e/browser/find.ts';
import type { View } from '../tests/e2e/browser/view.ts';
import { makeVault } from '../tests/e2e/journeys/first-steps.ts';
import { asking, lockNow, prove, unlock } from '../tests/e2e/journeys/lock-pages.ts';
import { PASSPHRASE } from '../tests/e2e/journeys/main-road.ts';
import { startBank } from '../tests/mock-bank/start.ts';
import { timed } from './bench-figures.ts';

const ROUNDS = 7;
const PIN = '408173';
const OPEN = text('ロックを解除する方法');

/** Milliseconds, round by round. */
export interface Unlocks {
  passphrase: number[];
  passkey: number[];
  pin: number[];
  /** 同意して発行する as a message: keys, the issuer's two answers, two writes of the vault. */
  handshake: number[];
  /** The state of a token: one signed question and answer, one write. */
  status: number[];
}

/** In the page, from here on: how long after the last press the settings stand there. */
function watchOpening(): void {
  let pressed = 0;
  const press = ({ timeStamp }: Event): void => void (pressed = timeStamp);
  for (const kind of ['click', 'submit']) addEventListener(kind, press, true);
  const observer = new MutationObserver(() => {
    if (!document.body.textContent.includes('ロックを解除する方法')) return;
    observer.disconnect();
    for (const kind of ['click', 'submit']) removeEventListener(kind, press, true);
    Reflect.set(window, 'openAfter', performance.now() - pressed);
  });
  observer.observe(document, { childList: true, subtree: true });
}

async function opened(own: View, open: () => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  for (let round = -1; round < ROUNDS; round++) {
    await lockNow(own);
    await own.run(watchOpening);
    await open();
    await own.waitFor(OPEN);
    const time = await own.run(() => Number(Reflect.get(window, 'openAfter')));
    if (round >= 0) times.push(time);
  }
  return times;
}

async function addPasskey(own: View): Promise<void> {
  await own.click(button('パスキーを追加'));
  await prove(own, PASSPHRASE, '追加する');
  await own.waitFor(text('パスキーを追加しました'));
}

async function setPin(own: View): Promise<void> {
  await own.click(button('PINを設定'));
  await own.type(field('新しいPIN'), PIN);
  await own.type(field('新しいPIN（確認）'), PIN);
  await prove(own, PASSPHRASE, '設定する');
  await own.waitFor(text('PINを設定しました'));
}

async function handshakes(own: View): Promise<Pick<Unlocks, 'handshake' | 'status'>> {
  const ask = asking(own);
  const times: Pick<Unlocks, 'handshake' | 'status'> = { handshake: [], status: [] };
  for (let round = -1; round < ROUNDS; round++) {
    let tokenId = '';
    const handshake = await timed(async () => {
      ({ tokenId } = await ask('enrolShinkin', { institutionCode: '1188', termsAccepted: true, samePcAccepted: true }));
    });
    await ask('finishSetUp', { tokenId });
    const status = await timed(() => ask('refreshStatus', { tokenId }));
    if (round < 0) continue;
    times.handshake.push(handshake);
    times.status.push(status);
  }
  return times;
}

/** @param extension the built one, that knows the mock bank at `port` */
export async function measureUnlock(extension: string, port: number): Promise<Unlocks> {
  const bank = await startBank({ port, quiet: true });
  const stage = await openChromium(extension);
  try {
    await stage.givePasskeys();
    const own = await makeVault(stage);
    const exchanged = await handshakes(own);
    await own.go(`${stage.ownOrigin}/settings.html`);
    const passphrase = await opened(own, () => unlock(own, PASSPHRASE));
    await addPasskey(own);
    const passkey = await opened(own, () => own.click(button('パスキーで解除')));
    await setPin(own);
    const pin = await opened(own, async () => {
      await own.type(field('PIN'), PIN);
      await own.press('Enter');
    });
    return { passphrase, passkey, pin, ...exchanged };
  } finally {
    await stage.close();
    await bank.close();
  }
}
