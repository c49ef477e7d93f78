/** The loss kit. Wiring. */
import { browser } from 'wxt/browser';
import { LossKit } from '../../components/loss-kit.tsx';
import { mount } from '../../components/mount.tsx';
import { client } from '../../lib/messages/client.ts';
import type { PopupRequests } from '../../lib/messages/protocol.ts';
import { storedAppearance } from '../pages/stored-appearance.ts';

mount(
  document,
  navigator.language,
  <LossKit
    ask={client<PopupRequests>((message) => browser.runtime.sendMessage(message))}
    print={() => window.print()}
  />,
  storedAppearance,
);
