/** Settings: the lock's delay, what the loss kit shows while locked, and where the rest of the vault is looked after. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { AUTO_LOCK_MINUTES } from '../lib/messages/policy.ts';
import type { Settings } from '../lib/messages/protocol.ts';
import type { Asking } from './asking.ts';
import { useAttempt } from './attempt.ts';
import { Check } from './check.tsx';
import { useWords } from './language.ts';
import { RefusalNote } from './notices.tsx';
import { managedWords } from './words-managed.ts';
import { settingsWords } from './words-settings.ts';
import { waysWords } from './words-ways.ts';

interface DelayProps {
  settings: Settings;
  onChange: (change: Partial<Settings>) => void;
  /** What was chosen here is kept. */
  saved: boolean;
  /** Minutes that an organisation allows; null: it decided nothing. */
  most: number | null;
  onLock: () => void;
}

export function DelayPart({ settings, onChange, saved, most, onLock }: DelayProps): JSX.Element {
  const words = useWords(settingsWords);
  const managed = useWords(managedWords);
  const allowed = AUTO_LOCK_MINUTES.filter((minutes) => minutes <= (most ?? minutes));
  const delays = allowed.includes(settings.autoLock) ? allowed : [...allowed, settings.autoLock].toSorted((a, b) => a - b);
  return (
    <section class="sheet">
      <h3>{words.lock}</h3>
      <label for="auto-lock">{words.autoLock}</label>
      <select
        id="auto-lock"
        value={settings.autoLock}
        onChange={(event) => onChange({ autoLock: Number(event.currentTarget.value) })}
      >
        {delays.map((minutes) => (
          <option key={minutes} value={minutes}>
            {words.minutes(minutes)}
          </option>
        ))}
      </select>
      <p class="small">{words.autoLockNote}</p>
      {most !== null && <p class="small">{managed.autoLockMost(words.minutes(most))}</p>}
      <p class="toast" role="status">
        {saved && words.saved}
      </p>
      <button type="button" class="step" onClick={onLock}>
        {words.lockNow}
      </button>
    </section>
  );
}

export function LossLinesPart({ ask }: { ask: Asking }): JSX.Element {
  const words = useWords(waysWords).loss;
  const [hidden, tell] = useState<boolean | null>(null);
  const [said, say] = useState('');
  const { run, refused } = useAttempt();
  useEffect(() => void run(async () => tell((await ask('lossKit', {})).hidden)), [ask, run]);
  const hide = (wanted: boolean): void =>
    void run(async () => {
      await ask('hideLossKit', { hidden: wanted });
      tell(wanted);
      say(wanted ? words.hidden : words.shown);
    });
  return (
    <section class="sheet">
      <h3>{words.heading}</h3>
      <p>{words.lead}</p>
      <RefusalNote reason={refused} />
      {hidden !== null && <Check label={words.hide} checked={hidden} onChange={hide} />}
      <p class="toast" role="status">
        {said}
      </p>
    </section>
  );
}

export function KeptPart(): JSX.Element {
  const words = useWords(waysWords).kept;
  return (
    <section class="sheet">
      <h3>{words.heading}</h3>
      <p>{words.lead}</p>
      <div class="actions">
        <a class="button step" href="/transfer.html">
          {words.transfer}
        </a>
        <a class="button step" href="/health.html">
          {words.health}
        </a>
      </div>
    </section>
  );
}
