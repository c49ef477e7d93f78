/** Settings: the lock's delay, the offers per institution, the real shortcuts, the version. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { profileOf } from '../lib/institutions/profiles.ts';
import type { Look, Settings } from '../lib/messages/protocol.ts';
import { useAttempt } from './attempt.ts';
import { Check } from './consent.tsx';
import { useWords } from './language.ts';
import { useLook } from './looking.ts';
import { RefusalNote } from './notices.tsx';
import { Page } from './page.tsx';
import { UnlockForm } from './unlock-form.tsx';
import type { Asking, Stretch } from './unlock-form.tsx';
import { settingsWords } from './words-settings.ts';

export interface SettingsProps {
  ask: Asking;
  stretch: Stretch;
  version: string;
  isFirefox: boolean;
}

export const DELAYS = [1, 5, 10, 15, 30, 60];

interface Named {
  code: string;
  name: string;
}

/** Those with a token, and those switched off before their token went. */
export function institutionsOf(look: Look, settings: Settings): Named[] {
  const named = new Map(look.tokens.map((token) => [token.institutionCode, token.institution]));
  for (const code of settings.quietInstitutions) {
    if (!named.has(code)) named.set(code, profileOf(code)?.name ?? code);
  }
  return [...named].map(([code, name]) => ({ code, name }));
}

export function withOffer(settings: Settings, code: string, on: boolean): Settings {
  const others = settings.quietInstitutions.filter((quiet) => quiet !== code);
  return { ...settings, quietInstitutions: on ? others : [...others, code] };
}

interface PartProps {
  settings: Settings;
  onChange: (settings: Settings) => void;
}

function Sheet({ heading, children }: { heading: string; children: ComponentChildren }): JSX.Element {
  return (
    <section class="sheet">
      <h2>{heading}</h2>
      {children}
    </section>
  );
}

function LockPart({ settings, onChange, onLock }: PartProps & { onLock: () => void }): JSX.Element {
  const words = useWords(settingsWords);
  const delays = DELAYS.includes(settings.autoLock) ? DELAYS : [...DELAYS, settings.autoLock].toSorted((a, b) => a - b);
  return (
    <Sheet heading={words.lock}>
      <label for="auto-lock">{words.autoLock}</label>
      <select
        id="auto-lock"
        value={settings.autoLock}
        onChange={(event) => onChange({ ...settings, autoLock: Number(event.currentTarget.value) })}
      >
        {delays.map((minutes) => (
          <option key={minutes} value={minutes}>
            {words.minutes(minutes)}
          </option>
        ))}
      </select>
      <p class="small">{words.autoLockNote}</p>
      <button type="button" class="step" onClick={onLock}>
        {words.lockNow}
      </button>
    </Sheet>
  );
}

function OffersPart({ settings, onChange, look }: PartProps & { look: Look }): JSX.Element {
  const words = useWords(settingsWords);
  const institutions = institutionsOf(look, settings);
  return (
    <Sheet heading={words.offers}>
      <p>{words.offersNote}</p>
      {institutions.length === 0 && <p class="small">{words.noInstitutions}</p>}
      {institutions.map(({ code, name }) => (
        <Check
          key={code}
          label={words.offerAt(name)}
          checked={!settings.quietInstitutions.includes(code)}
          onChange={(on) => onChange(withOffer(settings, code, on))}
        />
      ))}
    </Sheet>
  );
}

function ShortcutsPart({ look, isFirefox }: { look: Look; isFirefox: boolean }): JSX.Element {
  const words = useWords(settingsWords);
  const { open, fill } = look.shortcuts;
  return (
    <Sheet heading={words.shortcuts}>
      <dl>
        <dt>{words.openPopup}</dt>
        <dd>{open === '' ? words.unset : <kbd>{open}</kbd>}</dd>
        <dt>{words.fill}</dt>
        <dd>{fill === '' ? words.unset : <kbd>{fill}</kbd>}</dd>
      </dl>
      <p class="small">{isFirefox ? words.howFirefox : words.howChrome}</p>
    </Sheet>
  );
}

function AboutPart({ version }: { version: string }): JSX.Element {
  const words = useWords(settingsWords);
  return (
    <>
      <Sheet heading={words.language}>
        <p>{words.languageNote}</p>
      </Sheet>
      <Sheet heading={words.about}>
        <p>{words.version(version)}</p>
        <p>{words.affiliation}</p>
        <a href="/loss.html">{words.loss}</a>
      </Sheet>
    </>
  );
}

interface OpenProps extends SettingsProps {
  look: Look;
  lookAgain: () => Promise<void>;
}

function OpenSettings({ ask, look, lookAgain, isFirefox, version }: OpenProps): JSX.Element {
  const words = useWords(settingsWords);
  const [settings, setSettings] = useState<Settings | null>(null);
  const [saved, setSaved] = useState(false);
  const { run, refused } = useAttempt();
  useEffect(() => void run(async () => setSettings(await ask('settings', {}))), [ask, run]);
  const change = (wanted: Settings): void => {
    setSaved(false);
    void run(async () => {
      setSettings(await ask('changeSettings', wanted));
      setSaved(true);
    });
  };
  const lock = (): void => void run(async () => void (await ask('lock', {}))).then(lookAgain);
  return (
    <>
      <RefusalNote reason={refused} />
      {settings && <LockPart settings={settings} onChange={change} onLock={lock} />}
      {settings && <OffersPart settings={settings} onChange={change} look={look} />}
      <p class="toast" role="status">
        {saved && words.saved}
      </p>
      <ShortcutsPart look={look} isFirefox={isFirefox} />
      <AboutPart version={version} />
    </>
  );
}

export function SettingsPage(props: SettingsProps): JSX.Element {
  const words = useWords(settingsWords);
  const { look, failed, lookAgain } = useLook(props.ask);
  const wayIn = look?.vault === 'locked' ? look.wayIn : null;
  return (
    <Page>
      <h1>{words.title}</h1>
      <RefusalNote reason={look?.vault === 'damaged' ? 'vault-damaged' : failed} />
      {look?.vault === 'open' && <OpenSettings {...props} look={look} lookAgain={lookAgain} />}
      {look?.vault === 'none' && (
        <a class="button primary" href="/enrol.html">
          {words.start}
        </a>
      )}
      {wayIn && <UnlockForm ask={props.ask} stretch={props.stretch} wayIn={wayIn} onOpen={() => void lookAgain()} />}
      {look && look.vault !== 'open' && <AboutPart version={props.version} />}
    </Page>
  );
}
