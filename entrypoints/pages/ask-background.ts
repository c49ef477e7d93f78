/** Our pages' way to ask the background. */
import { browser } from 'wxt/browser';
import { client } from '../../lib/messages/client.ts';
import type { PopupRequests } from '../../lib/messages/protocol.ts';

export const askBackground = client<PopupRequests>((message) => browser.runtime.sendMessage(message));
