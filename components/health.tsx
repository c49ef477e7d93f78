/** How what is saved is kept: what is well, and what to do about what is not. Works while locked and with a damaged vault. */
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { useHealth } from './health-effects.ts';
import type { HealthEdges, HealthLooking } from './health-effects.ts';
import { healthGroups } from './health-lines.ts';
import { HealthList } from './health-list.tsx';
import { ForSupport } from './health-support.tsx';
import { TroubleNote } from './health-trouble.tsx';
import { useKeptFocus } from './keep-focus.ts';
import { secondIn, useLanguage, useWords } from './language.ts';
import { Progress, RefusalNote } from './notices.tsx';
import { Page } from './page.tsx';
import { healthWords } from './words-health.ts';
import { healthLineWords } from './words-health-lines.ts';

function Summary({ told, outcome }: Pick<HealthLooking, 'told' | 'outcome'>): JSX.Element {
  const words = useWords(healthWords);
  const language = useLanguage();
  const bad = told ? healthGroups(told.health, language).flatMap(({ lines }) => lines).filter(({ mark }) => mark === 'bad').length : 0;
  const { persisted, permissions } = useWords(healthLineWords);
  const refused = { 'persist-refused': persisted.refused, 'permission-refused': permissions.refused };
  return (
    <div role="status">
      {told && (
        <div class={bad === 0 ? 'notice' : 'notice warn'}>
          <p>{bad === 0 ? words.allGood : words.attend(bad)}</p>
          {told.health.vault === 'locked' && <p>{words.moreOnceOpen}</p>}
          {/* With its seconds, so that a second look is heard though it found the same. */}
          <small>{words.looked(secondIn(language, told.at))}</small>
        </div>
      )}
      {outcome && <p class="refusal">{refused[outcome]}</p>}
    </div>
  );
}

export function HealthPage(props: HealthEdges): JSX.Element {
  const words = useWords(healthWords);
  const { note: removing } = useWords(healthLineWords).persisted;
  const looking = useHealth(props);
  const { told, busy, slow, refused, lookAgain, act } = looking;
  const root = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useKeptFocus(root, () => heading.current);
  return (
    <Page>
      <div ref={root} class="health">
        <h1 ref={heading} tabIndex={-1}>
          {words.title}
        </h1>
        <Summary {...looking} />
        <RefusalNote reason={refused} />
        <TroubleNote ask={props.ask} refused={refused} />
        <div class="actions no-print">
          <button type="button" class="step" aria-disabled={busy} onClick={() => void lookAgain()}>
            {words.again}
          </button>
          <button type="button" class="quiet" onClick={props.print}>
            {words.print}
          </button>
        </div>
        <div class="no-print">
          <Progress shown={slow} label={words.looking} />
        </div>
        {told && <HealthList health={told.health} busy={busy} onAct={act} />}
        {told && <p class="small">{removing}</p>}
        {told && <ForSupport told={told} writeClipboard={props.writeClipboard} />}
      </div>
    </Page>
  );
}
