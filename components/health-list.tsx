/** The lines of the health page in their groups. */
import type { JSX } from 'preact';
import { healthGroups } from './health-lines.ts';
import type { HealthAct, HealthGroup, HealthLine } from './health-lines.ts';
import { useLanguage, useWords } from './language.ts';
import { healthLineWords } from './words-health-lines.ts';
import type { Health } from '../lib/messages/health.ts';

interface LineProps {
  line: HealthLine;
  busy: boolean;
  onAct: (act: HealthAct) => void;
}

function Mark({ mark }: Pick<HealthLine, 'mark'>): JSX.Element | null {
  const words = useWords(healthLineWords);
  if (mark === 'plain') return null;
  return (
    <span class={`health-mark ${mark}`}>
      <span aria-hidden="true">{mark === 'good' ? '✓' : '！'}</span>
      <span class="visually-hidden">{mark === 'good' ? words.good : words.bad}</span>
    </span>
  );
}

function ActButton({ act, name, busy, onAct }: { act: HealthAct; name: string; busy: boolean; onAct: (act: HealthAct) => void }): JSX.Element {
  const words = useWords(healthLineWords);
  const labels = { persist: words.persisted.act, allow: words.permissions.act, go: '' };
  return (
    <button type="button" class="step no-print" aria-disabled={busy} onClick={() => !busy && onAct(act)}>
      {act.kind === 'go' ? act.label : labels[act.kind]}
      {act.kind === 'allow' && <span class="visually-hidden"> {name}</span>}
    </button>
  );
}

function Line({ line, busy, onAct }: LineProps): JSX.Element {
  const { name, value, mark, todo, act } = line;
  return (
    <div class="health-line">
      <dt>{name}</dt>
      <dd>
        <Mark mark={mark} /> {value}
        {todo !== undefined && <p class={`health-todo ${mark}`}>{todo}</p>}
        {act && <ActButton act={act} name={name} busy={busy} onAct={onAct} />}
      </dd>
    </div>
  );
}

function Group({ group, busy, onAct }: { group: HealthGroup; busy: boolean; onAct: (act: HealthAct) => void }): JSX.Element {
  return (
    <section class="sheet">
      <h2>{group.heading}</h2>
      <dl class="health-lines">
        {group.lines.map((line, index) => (
          // Two things may have been put right within one minute: then their names are the same.
          <Line key={`${index} ${line.name}`} line={line} busy={busy} onAct={onAct} />
        ))}
      </dl>
    </section>
  );
}

export function HealthList({ health, busy, onAct }: { health: Health; busy: boolean; onAct: (act: HealthAct) => void }): JSX.Element {
  const language = useLanguage();
  return (
    <>
      {healthGroups(health, language).map((group) => (
        <Group key={group.heading} group={group} busy={busy} onAct={onAct} />
      ))}
    </>
  );
}
