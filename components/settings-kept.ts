/** The settings as they are kept: shown as chosen at once, put back when the background can't keep them, and in step with other pages. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { inTurn } from '../lib/in-turn.ts';
import type { Settings } from '../lib/messages/protocol.ts';
import type { Reason } from '../lib/refusal.ts';
import { useKeepAppearance } from './appearing.tsx';
import type { Asking } from './asking.ts';
import { reportedReasonOf } from './sentences.ts';

export interface KeptSettings<Part> {
  /** Null until the background has answered. */
  settings: Settings | null;
  /** The part of the page whose last choice is kept. */
  saved: Part | null;
  refused: Reason | null;
  /** Only what is to change: the rest may be another page's since. */
  change: (wanted: Partial<Settings>, part: Part) => void;
}

/** Calls back whenever the settings on disk have changed, by whomever; the answer ends that. */
export type OnSettingsChanged = (act: () => void) => () => void;

/** One after another: arrow keys choose faster than a sleeping background answers. */
function useTurns(refuse: (reason: Reason) => void): (work: () => Promise<void>) => void {
  const [turn] = useState(inTurn);
  return useCallback(
    (work) => void turn(() => work().catch((error: unknown) => refuse(reportedReasonOf(error)))),
    [turn, refuse],
  );
}

export function useKeptSettings<Part>(ask: Asking, onSettingsChanged: OnSettingsChanged): KeptSettings<Part> {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [saved, setSaved] = useState<Part | null>(null);
  const [refused, setRefused] = useState<Reason | null>(null);
  const keepAppearance = useKeepAppearance();

  const show = useCallback(
    (now: Settings): void => {
      setSettings(now);
      keepAppearance(now);
    },
    [keepAppearance],
  );
  const act = useTurns(setRefused);
  useEffect(() => act(async () => setSettings(await ask('settings', {}))), [ask, act]);

  /** Of choices made here: an answer that was asked for before the last of them is old. */
  const choices = useRef(0);
  const follow = useCallback(async (): Promise<void> => {
    const before = choices.current;
    const now = await ask('settings', {});
    if (choices.current === before) show(now);
  }, [ask, show]);
  useEffect(() => onSettingsChanged(() => act(follow)), [onSettingsChanged, act, follow]);

  const change = (wanted: Partial<Settings>, part: Part): void => {
    if (!settings) return;
    choices.current++;
    setSaved(null);
    setRefused(null);
    show({ ...settings, ...wanted });
    act(async () => {
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
