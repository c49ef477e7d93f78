// @vitest-environment jsdom
/** The sentinel of an extension that was updated: it has no background any more, and the bank's page notices nothing. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import script from '../../entrypoints/sentinel/index.ts';

let sent = 0;

const gone = (): never => {
  throw new Error('Extension context invalidated.');
};

/** Each failure in the page that nobody caught. */
async function failuresWith(sendMessage: () => Promise<unknown>): Promise<unknown[]> {
  const failures: unknown[] = [];
  const failed = (failure: unknown): void => void failures.push(failure);
  process.on('unhandledRejection', failed);
  vi.stubGlobal('chrome', { runtime: { sendMessage: () => (sent++, sendMessage()) } });
  document.body.innerHTML = '<label>ワンタイムパスワード <input></label>';
  await script.main();
  // An unhandled rejection is told after the turn in which it came.
  await new Promise((resolve) => setTimeout(resolve));
  process.off('unhandledRejection', failed);
  return failures;
}

afterEach(() => {
  sent = 0;
  vi.unstubAllGlobals();
});

describe('the sentinel without a background', () => {
  it('fails in silence where sending throws at once, as in Chromium', async () => {
    expect([await failuresWith(gone), sent]).toEqual([[], 1]);
  });

  it('fails in silence where the message is refused later', async () => {
    expect([await failuresWith(async () => Promise.reject(new Error('no receiving end'))), sent]).toEqual([[], 1]);
  });
});
