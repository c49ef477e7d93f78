/** Messages to the background; the first look was asked for before this page had its scripts (entrypoints/first-look/). */
import { browser } from 'wxt/browser';
import type { Send } from '../../lib/messages/client.ts';

const isLook = (message: unknown): boolean => typeof message === 'object' && message !== null && Reflect.get(message, 'name') === 'look';

export function makeSend(first: Promise<unknown> | undefined): Send {
  let waiting = first;
  return (message) => {
    const answer = isLook(message) ? waiting : undefined;
    if (answer) waiting = undefined;
    return answer ?? browser.runtime.sendMessage(message);
  };
}
