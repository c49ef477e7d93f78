import { describe, expect, it } from 'vitest';
import { governedSettings } from '../../entrypoints/background/governed-settings.ts';
import { settingsStore } from '../../entrypoints/background/settings.ts';
import { NO_POLICY } from '../../lib/managed.ts';

/** The browser's area, holding `kept`. */
const areaOf = (kept: Record<string, unknown>) => ({
  get: async (name: string) => (name in kept ? { [name]: kept[name] } : {}),
  set: async (items: Record<string, unknown>) => void Object.assign(kept, items),
});

const FIRST = { autoLock: 10, quietInstitutions: [], language: 'auto', theme: 'auto', textSize: 100, hidesDigits: false };

const decided = async () => ({ ...NO_POLICY, autoLockMinutes: 5 });

describe('the settings on disk', () => {
  it('are the defaults while there are none', async () => {
    expect(await settingsStore(areaOf({})).read()).toEqual(FIRST);
  });

  it('keep what an older version knew, and take the defaults for the rest', async () => {
    const older = { autoLock: 60, quietInstitutions: ['1188'] };
    expect(await settingsStore(areaOf({ settings: older })).read()).toEqual({ ...FIRST, ...older });
  });

  it('are changed one by one, each keeping what the one before has changed', async () => {
    const store = settingsStore(areaOf({}));
    await Promise.all([store.change({ autoLock: 60 }), store.change({ theme: 'dark' }), store.change({ quietInstitutions: ['1188'] })]);
    expect(await store.read()).toEqual({ ...FIRST, autoLock: 60, theme: 'dark', quietInstitutions: ['1188'] });
  });

  it.each([['x'], [null], [[1]], [{}]])('are the defaults for %j', async (kept) => {
    expect(await settingsStore(areaOf({ settings: kept })).read()).toEqual(FIRST);
  });

  const chosen = { ...FIRST, autoLock: 1, quietInstitutions: ['1188'], theme: 'dark', hidesDigits: true };

  // A later version may have more of them, other values, or one fewer.
  it.each([
    [{ ...chosen, more: 1 }, chosen],
    [{ ...chosen, textSize: 300 }, chosen],
    [{ ...chosen, autoLock: 7 }, { ...chosen, autoLock: 10 }],
    [{ ...chosen, quietInstitutions: ['x'] }, { ...chosen, quietInstitutions: [] }],
    [{ autoLock: 1, hidesDigits: true }, { ...FIRST, autoLock: 1, hidesDigits: true }],
  ])('fall back one by one: %j', async (kept, read) => {
    expect(await settingsStore(areaOf({ settings: kept })).read()).toEqual(read);
  });

  it('of another version stay through a change, and are there for that version again', async () => {
    const kept = { settings: { ...chosen, textSize: 300, more: 1 } };
    expect(await settingsStore(areaOf(kept)).change({ language: 'en' })).toEqual({ ...chosen, language: 'en' });
    expect(kept.settings).toEqual({ ...chosen, textSize: 300, more: 1, language: 'en' });
  });

  it('that can’t be read are the defaults for that moment, and are not written over', async () => {
    const kept = { settings: chosen };
    const store = settingsStore({ ...areaOf(kept), get: () => Promise.reject(new Error('unreadable')) });
    expect(await store.read()).toEqual(FIRST);
    await expect(store.change({ theme: 'light' })).rejects.toThrow('unreadable');
    expect(kept.settings).toEqual(chosen);
  });
});

describe('the settings where an organisation decides', () => {
  it('lock no later than it says, though the customer chose otherwise', async () => {
    const own = settingsStore(areaOf({}));
    const store = governedSettings(own, decided);
    expect(await store.read()).toEqual({ ...FIRST, autoLock: 5 });
    expect(await store.change({ autoLock: 60 })).toEqual({ ...FIRST, autoLock: 5 });
    // It is the customer's again when nothing is decided any more.
    expect((await own.read()).autoLock).toBe(60);
  });

  it('lock sooner where the customer chose so', async () => {
    expect(await governedSettings(settingsStore(areaOf({})), decided).change({ autoLock: 1, theme: 'dark' })).toEqual({ ...FIRST, autoLock: 1, theme: 'dark' });
  });

  it('are the customer’s where nothing is decided', async () => {
    const store = governedSettings(settingsStore(areaOf({})), async () => NO_POLICY);
    expect((await store.change({ autoLock: 60 })).autoLock).toBe(60);
  });
});
