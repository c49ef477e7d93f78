/** The customer's settings as far as the organisation lets them hold; what the customer chose stays on disk, for when it decides no more. */
import type { Settings } from '../../lib/messages/protocol.ts';
import type { Policy } from '../../lib/managed.ts';
import type { SettingsStore } from './settings.ts';

function governed(settings: Settings, { autoLockMinutes }: Policy): Settings {
  return { ...settings, autoLock: Math.min(settings.autoLock, autoLockMinutes ?? settings.autoLock) };
}

export function governedSettings(own: SettingsStore, policy: () => Promise<Policy>): SettingsStore {
  return {
    read: async () => governed(await own.read(), await policy()),
    change: async (part) => governed(await own.change(part), await policy()),
  };
}
