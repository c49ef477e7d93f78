/** The customer's settings: `storage.local`, nothing secret. */
import { AS_THE_BROWSER } from '../../lib/messages/appearance.ts';
import { settingsParser } from '../../lib/messages/asks.ts';
import type { Settings } from '../../lib/messages/protocol.ts';
import { inTurn } from './in-turn.ts';
import type { SessionArea } from './memory.ts';

const DEFAULTS: Settings = { ...AS_THE_BROWSER, autoLock: 10, quietInstitutions: [], hidesDigits: false };

export interface SettingsStore {
  read(): Promise<Settings>;
  /** One after the other, so that no change undoes another. */
  change(part: Partial<Settings>): Promise<Settings>;
}

async function readFrom(area: SessionArea): Promise<Settings> {
  try {
    const { settings } = await area.get('settings');
    // An older version knew fewer of them.
    return settingsParser({ ...DEFAULTS, ...(typeof settings === 'object' ? settings : {}) }, 'settings');
  } catch {
    // Settings of another version, or ones that the browser can't read, guard nothing: the defaults are the stricter choice.
    return DEFAULTS;
  }
}

export function settingsStore(area: SessionArea): SettingsStore {
  const turn = inTurn();
  return {
    read: () => readFrom(area),
    // They lie under one key of the area, all of them.
    change: (part) =>
      turn(0, async () => {
        const settings = { ...(await readFrom(area)), ...part };
        await area.set({ settings });
        return settings;
      }),
  };
}
