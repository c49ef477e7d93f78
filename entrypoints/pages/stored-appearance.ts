/** The appearance as it is kept. */
import { browser } from 'wxt/browser';
import { client } from '../../lib/messages/client.ts';
import type { Appearance, PopupRequests } from '../../lib/messages/protocol.ts';

export function storedAppearance(): Promise<Appearance> {
  return client<PopupRequests>((message) => browser.runtime.sendMessage(message))('settings', {});
}
