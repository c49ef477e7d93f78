/** Settings, in groups: appearance, the lock and its ways, filling, what is kept, the version. */
import type { ComponentChildren, JSX } from 'preact';
import { useCallback } from 'preact/hooks';
import type { Look } from '../lib/messages/looks.ts';
import { AppearancePart } from './appearance-part.tsx';
import type { Asking, Stretch } from './asking.ts';
import { useAttempt } from './attempt.ts';
import { ClipboardPart } from './clipboard-part.tsx';
import type { ClipboardLeave } from './clipboard-part.tsx';
import { useWords } from './language.ts';
import { useLook } from './looking.ts';
import { RefusalNote } from './notices.tsx';
import { Page } from './page.tsx';
import { usePasskeysHere } from './passkey.ts';
import type { Passkeys } from './passkey.ts';
import type { Random } from './passphrase-maker.ts';
import { OffersPart } from './offers-part.tsx';
import { PinPart } from './pin-part.tsx';
import { Faulty, usePolicy } from './policy-here.tsx';
import { useKeptSettings } from './settings-kept.ts';
import type { KeptSettings, OnSettingsChanged } from './settings-kept.ts';
import { DelayPart, KeptPart, LossLinesPart } from './settings-lock.tsx';
import { ShortcutsPart } from './shortcuts-part.tsx';
import { UnlockForm } from './unlock-form.tsx';
import { useWaysHere } from './ways-here.ts';
import { WaysPart } from './ways-part.tsx';
import { lockWords } from './words-lock.ts';
import { settingsWords } from './words-settings.ts';
import type { SettingsGroups } from './words-settings.ts';

interface SettingsProps {
  ask: Asking;
  stretch: Stretch;
  now: () => number;
  random: Random;
  passkeys: Passkeys;
  clipboardLeave: ClipboardLeave;
  onSettingsChanged: OnSettingsChanged;
  version: string;
  isFirefox: boolean;
}

/** Of the parts for one purpose, under a heading that the list at the top leads to. */
function Group({ id, children }: { id: keyof SettingsGroups; children: ComponentChildren }): JSX.Element {
  const { groups } = useWords(settingsWords);
  return (
    <section class="group" id={id}>
      <h2>{groups[id]}</h2>
      {children}
    </section>
  );
}

function GroupList(): JSX.Element {
  const words = useWords(settingsWords);
  return (
    <nav class="group-list" aria-label={words.groupList}>
      <ul>
        {Object.entries(words.groups).map(([id, name]) => (
          <li key={id}>
            <a href={`#${id}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function AboutPart({ version }: { version: string }): JSX.Element {
  const words = useWords(settingsWords);
  return (
    <section class="sheet" id="about">
      <h2>{words.groups.about}</h2>
      <p>{words.version(version)}</p>
      <p>{words.affiliation}</p>
      <a href="/loss.html">{words.loss}</a>
    </section>
  );
}

type Part = 'appearance' | 'lock' | 'offers';

interface OpenProps extends SettingsProps {
  look: Look;
  lookAgain: () => Promise<void>;
  kept: KeptSettings<Part>;
}

function LockSettings({ ask, stretch, now, random, passkeys, onLocked }: SettingsProps & { onLocked: () => void }): JSX.Element {
  const here = useWaysHere(ask);
  const passkeysHere = usePasskeysHere(passkeys) === true;
  const edges = { ask, stretch, now, random, ...(passkeysHere ? { passkeys } : {}) };
  return (
    <>
      <WaysPart edges={edges} here={here} onLocked={onLocked} />
      <PinPart edges={edges} here={here} onLocked={onLocked} />
    </>
  );
}

function OpenSettings(props: OpenProps): JSX.Element {
  const { ask, look, lookAgain, isFirefox, kept } = props;
  const { settings, saved, change } = kept;
  const { policy, refused: unheard } = usePolicy(ask);
  const { run, refused } = useAttempt();
  const onLocked = useCallback(() => void lookAgain(), [lookAgain]);
  const lock = (): void => void run(async () => void (await ask('lock', {}))).then(lookAgain);
  return (
    <>
      <RefusalNote reason={refused ?? unheard} />
      {policy && <Faulty faults={policy.faults} />}
      <Group id="lock">
        {settings && policy && (
          <DelayPart settings={settings} most={policy.autoLockMinutes} onChange={(wanted) => change(wanted, 'lock')} saved={saved === 'lock'} onLock={lock} />
        )}
        <LockSettings {...props} onLocked={onLocked} />
      </Group>
      <Group id="filling">
        {settings && policy && (
          <OffersPart settings={settings} look={look} isOff={policy.inPageOffer === false} onChange={(wanted) => change(wanted, 'offers')} saved={saved === 'offers'} />
        )}
        <ClipboardPart leave={props.clipboardLeave} />
        <ShortcutsPart look={look} isFirefox={isFirefox} />
      </Group>
      <Group id="keeping">
        <LossLinesPart ask={ask} />
        <KeptPart />
      </Group>
    </>
  );
}

/** The way in, for a vault that is shut or not made yet. */
function WayIn({ look, onOpen, ...props }: SettingsProps & { look: Look; onOpen: () => void }): JSX.Element | null {
  const { start } = useWords(settingsWords);
  const { unlockHeading } = useWords(lockWords);
  if (look.vault === 'none')
    return (
      <a class="button primary" href="/enrol.html">
        {start}
      </a>
    );
  if (look.vault !== 'locked' || !look.ways) return null;
  return (
    <section class="sheet">
      <h2>{unlockHeading}</h2>
      <UnlockForm ask={props.ask} stretch={props.stretch} now={props.now} passkeys={props.passkeys} ways={look.ways} onOpen={onOpen} />
    </section>
  );
}

export function SettingsPage(props: SettingsProps): JSX.Element {
  const words = useWords(settingsWords);
  const { look, failed, lookAgain } = useLook(props.ask);
  const kept = useKeptSettings<Part>(props.ask, props.onSettingsChanged);
  const { settings, saved, refused, change } = kept;
  const isOpen = look?.vault === 'open';
  return (
    <Page>
      <h1>{words.title}</h1>
      <RefusalNote reason={look?.vault === 'damaged' ? 'vault-damaged' : (failed ?? refused)} />
      {isOpen && <GroupList />}
      {look && !isOpen && <WayIn {...props} look={look} onOpen={() => void lookAgain()} />}
      {look && settings && <AppearancePart settings={settings} onChange={(wanted) => change(wanted, 'appearance')} saved={saved === 'appearance'} />}
      {isOpen && <OpenSettings {...props} look={look} lookAgain={lookAgain} kept={kept} />}
      {look && <AboutPart version={props.version} />}
    </Page>
  );
}
