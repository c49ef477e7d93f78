/** Settings: the lock and its ways, the offers per institution, the real shortcuts, the version. */
import type { ComponentChildren, JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { profileOf } from '../lib/institutions/profiles.ts';
import type { Look, Settings } from '../lib/messages/protocol.ts';
import { useAttempt } from './attempt.ts';
import { Check } from './consent.tsx';
import { useWords } from './language.ts';
import { useLook } from './looking.ts';
import { RefusalNote } from './notices.tsx';
import { Page } from './page.tsx';
import { usePasskeysHere } from './passkey.ts';
import type { Passkeys } from './passkey.ts';
import type { Random } from './passphrase-maker.ts';
import { PinPart } from './pin-part.tsx';
import { DelayPart, KeptPart, LossLinesPart } from './settings-lock.tsx';
import { UnlockForm } from './unlock-form.tsx';
import type { Asking, Stretch } from './unlock-form.tsx';
import { useWaysHere } from './ways-here.ts';
import { WaysPart } from './ways-part.tsx';
import { lockWords } from './words-lock.ts';
import { settingsWords } from './words-settings.ts';

export interface SettingsProps {
  ask: Asking;
  stretch: Stretch;
  now: () => number;
  random: Random;
  passkeys: Passkeys;
  version: string;
  isFirefox: boolean;
}

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

interface OffersProps {
  settings: Settings;
  look: Look;
  onChange: (settings: Settings) => void;
  /** What was chosen here is kept. */
  saved: boolean;
}

function Sheet({ heading, children }: { heading: string; children: ComponentChildren }): JSX.Element {
  return (
    <section class="sheet">
      <h2>{heading}</h2>
      {children}
    </section>
  );
}

function OffersPart({ settings, look, onChange, saved }: OffersProps): JSX.Element {
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
      <p class="toast" role="status">
        {saved && words.saved}
      </p>
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

function LockSettings({ ask, stretch, now, random, passkeys, onLocked }: SettingsProps & { onLocked: () => void }): JSX.Element {
  const here = useWaysHere(ask);
  const passkeysHere = usePasskeysHere(passkeys) === true;
  const edges = { ask, stretch, now, random, ...(passkeysHere ? { passkeys } : {}) };
  return (
    <>
      <WaysPart edges={edges} here={here} onLocked={onLocked} />
      <PinPart edges={edges} here={here} onLocked={onLocked} />
      <LossLinesPart ask={ask} />
    </>
  );
}

type Saved = 'lock' | 'offers' | null;

function OpenSettings(props: OpenProps): JSX.Element {
  const { ask, look, lookAgain, isFirefox, version } = props;
  const [settings, setSettings] = useState<Settings | null>(null);
  const [saved, setSaved] = useState<Saved>(null);
  const { run, refused } = useAttempt();
  const onLocked = useCallback(() => void lookAgain(), [lookAgain]);
  useEffect(() => void run(async () => setSettings(await ask('settings', {}))), [ask, run]);
  const change = (wanted: Settings, part: Saved): void => {
    setSaved(null);
    void run(async () => {
      setSettings(await ask('changeSettings', wanted));
      setSaved(part);
    });
  };
  const lock = (): void => void run(async () => void (await ask('lock', {}))).then(lookAgain);
  return (
    <>
      <RefusalNote reason={refused} />
      {settings && <DelayPart settings={settings} onChange={(wanted) => change(wanted, 'lock')} saved={saved === 'lock'} onLock={lock} />}
      <LockSettings {...props} onLocked={onLocked} />
      {settings && <OffersPart settings={settings} look={look} onChange={(wanted) => change(wanted, 'offers')} saved={saved === 'offers'} />}
      <KeptPart />
      <ShortcutsPart look={look} isFirefox={isFirefox} />
      <AboutPart version={version} />
    </>
  );
}

export function SettingsPage(props: SettingsProps): JSX.Element {
  const words = useWords(settingsWords);
  const { unlockHeading } = useWords(lockWords);
  const { look, failed, lookAgain } = useLook(props.ask);
  const ways = look?.vault === 'locked' ? look.ways : null;
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
      {ways && (
        <>
          <h2>{unlockHeading}</h2>
          <UnlockForm
            ask={props.ask}
            stretch={props.stretch}
            now={props.now}
            passkeys={props.passkeys}
            ways={ways}
            onOpen={() => void lookAgain()}
          />
        </>
      )}
      {look && look.vault !== 'open' && <AboutPart version={props.version} />}
    </Page>
  );
}
