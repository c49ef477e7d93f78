/** The toolbar popup. */
import { mount } from '../../components/mount.tsx';
import { Popup } from '../../components/popup.tsx';
import { firstSeen } from '../pages/first-seen.ts';
import { onTokensChanged } from '../pages/on-tokens-changed.ts';
import { openPage } from '../pages/open-page.ts';
import { popupEdges } from '../pages/popup-edges.ts';
import { storedAppearance } from '../pages/stored-appearance.ts';
import { openBeside } from './open-beside.ts';

/** The popup closes by itself in Chromium when a tab opens, not in Firefox; beside a side panel it never does. */
async function andClose(opened: Promise<void>): Promise<void> {
  await opened;
  window.close();
}

const edges = popupEdges();

mount(
  document,
  navigator.language,
  <Popup
    {...edges}
    {...await firstSeen(edges.ask, onTokensChanged)}
    open={(address) => void andClose(openPage(address))}
    openBeside={() => andClose(openBeside())}
    close={() => window.close()}
  />,
  storedAppearance,
);
