/** The settings as they are kept: asked once, shown as chosen at once, and put back when the background can't keep them. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Settings } from '../lib/messages/protocol.ts';
import type { Reason } from '../lib/refusal.ts';
import { useKeepAppearance } from './appearing.tsx';
import { reasonOf } from './sentences.ts';
import type { Asking } from './unlock-form.tsx';

export interface KeptSettings<Part> {
  /** Null until the background has answered. */
  settings: Settings | null;
  /** The part of the page whose last choice is kept. */
  saved: Part | null;
  refused: Reason | null;
  change: (wanted: Settings, part: Part) => void;
}

export function useKeptSettings<Part>(ask: Asking): KeptSettings<Part> {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [saved, setSaved] = useState<Part | null>(null);
  const [refused, setRefused] = useState<Reason | null>(null);
  const keepAppearance = useKeepAppearance();
  const last = useRef<Promise<void>>(Promise.resolve());

  const show = useCallback(
    (now: Settings): void => {
      setSettings(now);
      keepAppearance(now);
    },
    [keepAppearance],
  );
  /** One after another: arrow keys choose faster than a sleeping background answers. */
  const inTurn = useCallback((work: () => Promise<void>): void => {
    const turn = last.current.then(work).catch((error: unknown) => {
      const reason = reasonOf(error);
      if (reason === 'internal') reportError(error);
      setRefused(reason);
    });
    last.current = turn;
  }, []);
  useEffect(() => inTurn(async () => setSettings(await ask('settings', {}))), [ask, inTurn]);

  const change = (wanted: Settings, part: Part): void => {
    setSaved(null);
    setRefused(null);
    show(wanted);
    inTurn(async () => {
      try {
        await ask('changeSettings', wanted);
        setSaved(part);
      } catch (error) {
        show(await ask('settings', {}));
        throw error;
      }
    });
  };
  return { settings, saved, refused, change };
}
