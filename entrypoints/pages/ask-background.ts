/** Our pages' way to ask the background. */
import { browser } from 'wxt/browser';
import { client } from '../../lib/messages/client.ts';
import type { OwnRequests } from '../../lib/messages/protocol.ts';

export const askBackground = client<OwnRequests>((message) => browser.runtime.sendMessage(message));
