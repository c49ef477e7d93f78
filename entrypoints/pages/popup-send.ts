/** Messages to the background; the first look was asked for before this page had its scripts (entrypoints/first-look/). */
import { browser } from 'wxt/browser';
import type { Send } from '../../lib/messages/client.ts';
import { member } from '../../lib/parse.ts';

export function makeSend(first: Promise<unknown> | undefined): Send {
  let waiting = first;
  return (message) => {
    const answer = member(message, 'name') === 'look' ? waiting : undefined;
    if (answer) waiting = undefined;
    return answer ?? browser.runtime.sendMessage(message);
  };
}
