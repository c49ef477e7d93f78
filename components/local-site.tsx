/** The one site that an imported token is used on: named by the customer, and taken away again. */
import type { JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { BoundSite } from '../lib/messages/looks.ts';
import { type Attempting, useAttempt } from './attempt.ts';
import { HostName, hostText } from './host-name.tsx';
import { useWords } from './language.ts';
import { Progress, RefusalNote } from './notices.tsx';
import { TypedField } from './typed-field.tsx';
import { siteWords } from './words-site.ts';

export interface SiteActs {
  /** The origin of the site in front, if a token may be bound to it. */
  bindable: string | null;
  /** An address as typed, or null to take the site away. Asks the browser in the very click; throws what was refused. */
  onBind: (site: string | null) => Promise<void>;
  /** Asks the browser once more; false when it is refused. */
  onPermit: (origin: string) => Promise<boolean>;
}

type Props = SiteActs & { site: BoundSite | null };
type PartProps<K extends keyof Props> = Pick<Props, K> & { attempt: Attempting };

function BindForm({ bindable, onBind, attempt }: PartProps<'bindable' | 'onBind'>): JSX.Element {
  const words = useWords(siteWords).bound;
  const [typed, type] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const bind = (site: string): void => {
    void attempt.run(() => onBind(site)).then((done) => done || field.current?.focus());
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    bind(typed);
  };
  return (
    <form class="local-names" onSubmit={submit}>
      <p class="small">{words.lead}</p>
      {bindable !== null && (
        <button type="button" class="step" aria-disabled={attempt.busy} onClick={() => bind(bindable)}>
          {words.useOpen(hostText(new URL(bindable).host))}
        </button>
      )}
      <TypedField label={words.address} hint={words.example} value={typed} onInput={type} refused={attempt.refused} inputRef={field} />
      <button type="submit" class="step" aria-disabled={attempt.busy}>
        {words.use}
      </button>
    </form>
  );
}

interface BoundProps extends PartProps<'onBind' | 'onPermit'> {
  site: BoundSite;
  onRefused: () => void;
}

function Bound({ site, onBind, onPermit, onRefused, attempt }: BoundProps): JSX.Element {
  const words = useWords(siteWords).bound;
  const permit = async (): Promise<void> => {
    if (!(await onPermit(site.origin))) onRefused();
  };
  return (
    <>
      <div class="details-actions">
        {!site.inPage && (
          <button type="button" class="quiet" aria-disabled={attempt.busy} onClick={() => void attempt.run(permit)}>
            {words.permit}
          </button>
        )}
        <button type="button" class="quiet" aria-disabled={attempt.busy} onClick={() => void attempt.run(() => onBind(null))}>
          {words.unbind}
        </button>
      </div>
      <RefusalNote reason={attempt.refused} />
    </>
  );
}

/** Each refusal is a new notice: what merely stays is not read out again. */
function Standing({ site, refusals }: { site: BoundSite; refusals: number }): JSX.Element {
  const words = useWords(siteWords).bound;
  const isRefused = refusals > 0 && !site.inPage;
  return (
    <>
      <p>
        <HostName host={new URL(site.origin).host} /> {!isRefused && <small>{site.inPage ? words.inPage : words.notInPage}</small>}
      </p>
      {isRefused && (
        <p class="notice warn" key={refusals}>
          {words.notInPage}
        </p>
      )}
    </>
  );
}

export function LocalSite(props: Props): JSX.Element {
  const words = useWords(siteWords).bound;
  const attempt = useAttempt();
  const id = useId();
  const [refusals, count] = useState(0);
  const refused = (): void => count((before) => before + 1);
  const { site } = props;
  return (
    <section class="local-site" aria-labelledby={id}>
      <h3 id={id}>{words.heading}</h3>
      {/* It is there before it speaks. */}
      <div role="status">{site && <Standing site={site} refusals={refusals} />}</div>
      {site ? <Bound {...props} site={site} attempt={attempt} onRefused={refused} /> : <BindForm {...props} attempt={attempt} />}
      <Progress shown={attempt.slow} label={words.waiting} />
    </section>
  );
}
