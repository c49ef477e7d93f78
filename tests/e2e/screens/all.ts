/** Every screen in every state, for the pictures and for what is measured. */
import { enrolScreens } from './enrol.ts';
import { guideScreens } from './guide.ts';
import { cardScreens } from './popup-cards.ts';
import { siteScreens } from './popup-sites.ts';
import { popupScreens } from './popup.ts';
import type { Screen } from './screen.ts';
import { settingsScreens } from './settings.ts';
import { transferScreens } from './transfer.ts';
import { vaultScreens } from './vault.ts';
import { windowScreens } from './windows.ts';

export const SCREENS: Screen[] = [
  ...popupScreens,
  ...cardScreens,
  ...siteScreens,
  ...enrolScreens,
  ...guideScreens,
  ...settingsScreens,
  ...transferScreens,
  ...vaultScreens,
  ...windowScreens,
];
