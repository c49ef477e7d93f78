/** The customer's settings: `storage.local`, nothing secret. */
import { inTurn } from '../../lib/in-turn.ts';
import { AS_THE_BROWSER } from '../../lib/messages/appearance.ts';
import { SETTINGS } from '../../lib/messages/asks.ts';
import type { Settings } from '../../lib/messages/protocol.ts';
import type { FactArea } from './memory.ts';

const DEFAULTS: Settings = { ...AS_THE_BROWSER, autoLock: 10, quietInstitutions: [], hidesDigits: false };

export interface SettingsStore {
  /** The defaults where the browser can't read them: nobody is kept from the tokens by that. */
  read(): Promise<Settings>;
  /** One after the other, so that no change undoes another. Rejects where the area can't be read or written: then nothing was changed. */
  change(part: Partial<Settings>): Promise<Settings>;
}

/** As they lie there. Rejects as the area does. */
async function keptIn(area: FactArea): Promise<object> {
  const { settings } = await area.get('settings');
  return typeof settings === 'object' && settings !== null && !Array.isArray(settings) ? settings : {};
}

function settingIn<K extends keyof Settings>(kept: object, name: K): Settings[K] {
  try {
    return SETTINGS[name](Reflect.get(kept, name), name);
  } catch {
    return DEFAULTS[name];
  }
}

/** Each by itself: what another version wrote, or did not know yet, takes nothing of the others along. */
function settingsIn(kept: object): Settings {
  return {
    language: settingIn(kept, 'language'),
    theme: settingIn(kept, 'theme'),
    textSize: settingIn(kept, 'textSize'),
    hidesDigits: settingIn(kept, 'hidesDigits'),
    autoLock: settingIn(kept, 'autoLock'),
    quietInstitutions: settingIn(kept, 'quietInstitutions'),
  };
}

export function settingsStore(area: FactArea): SettingsStore {
  const turn = inTurn();
  return {
    read: async () => settingsIn(await keptIn(area).catch(() => ({}))),
    // They lie under one key of the area, all of them. What this version can't read stays there for the one that wrote it.
    change: (part) =>
      turn(async () => {
        const settings = { ...(await keptIn(area)), ...part };
        await area.set({ settings });
        return settingsIn(settings);
      }),
  };
}
