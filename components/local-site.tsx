/** The one site that an imported token is used on: named by the customer, and taken away again. */
import type { JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { BoundSite } from '../lib/messages/protocol.ts';
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
  /** Asks the browser once more. */
  onPermit: (origin: string) => Promise<void>;
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

function Bound({ site, onBind, onPermit, attempt }: PartProps<'onBind' | 'onPermit'> & { site: BoundSite }): JSX.Element {
  const words = useWords(siteWords).bound;
  return (
    <>
      <div class="details-actions">
        {!site.inPage && (
          <button type="button" class="quiet" aria-disabled={attempt.busy} onClick={() => void attempt.run(() => onPermit(site.origin))}>
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

export function LocalSite(props: Props): JSX.Element {
  const words = useWords(siteWords).bound;
  const attempt = useAttempt();
  const id = useId();
  const { site } = props;
  return (
    <section class="local-site" aria-labelledby={id}>
      <h3 id={id}>{words.heading}</h3>
      {/* It is there before it speaks. */}
      <div role="status">
        {site && (
          <p>
            <HostName host={new URL(site.origin).host} /> <small>{site.inPage ? words.inPage : words.notInPage}</small>
          </p>
        )}
      </div>
      {site ? <Bound {...props} site={site} attempt={attempt} /> : <BindForm {...props} attempt={attempt} />}
      <Progress shown={attempt.slow} label={words.waiting} />
    </section>
  );
}
