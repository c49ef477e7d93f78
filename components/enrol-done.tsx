/** The token is here: what to do next at the bank, in the manuals' order. */
import type { JSX } from 'preact';
import type { TokenLook } from '../lib/messages/looks.ts';
import { displayName } from './display-name.ts';
import { guideAddress } from './guide-address.ts';
import { hourIn, useLanguage, useWords } from './language.ts';
import { StepHeading } from './page.tsx';
import { TokenSheet } from './token-sheet.tsx';
import { enrolWords } from './words-enrol.ts';
import { guideWords } from './words-guide.ts';
import { unionWords } from './words-union.ts';

interface Props {
  token: TokenLook;
  /** The token in use that this one is to take the place of. */
  replaces: TokenLook | null;
  open: (address: string) => void;
  onAnother: () => void;
}

function NumberedSteps({ steps }: { steps: string[] }): JSX.Element {
  return (
    <ol class="numbered">
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}

type WayProps = Omit<Props, 'replaces'>;

function LoginButton({ token, open, look }: Pick<Props, 'token' | 'open'> & { look: 'primary large' | 'step' }): JSX.Element | null {
  const words = useWords(enrolWords).done;
  const address = token.loginAddress;
  if (address === null) return null;
  return (
    <button type="button" class={look} onClick={() => open(address)}>
      {words.open(token.institution)}
    </button>
  );
}

function Another({ onAnother }: Pick<Props, 'onAnother'>): JSX.Element {
  return (
    <button type="button" class="quiet" onClick={onAnother}>
      {useWords(enrolWords).done.another}
    </button>
  );
}

function ShinkinDone({ token, open, onAnother }: WayProps): JSX.Element {
  const words = useWords(enrolWords).done;
  const { toolbar, errands } = useWords(guideWords);
  const { steps } = errands.start;
  return (
    <div class="done">
      <StepHeading>{words.heading}</StepHeading>
      <p>{words.body(token.institution)}</p>
      <TokenSheet token={token} />
      <h2>{words.nextHeading}</h2>
      <NumberedSteps steps={steps} />
      <p class="small">{toolbar}</p>
      <div class="actions">
        <LoginButton token={token} open={open} look="primary large" />
        <button type="button" class="step" onClick={() => open(guideAddress(token.id, 'start'))}>
          {words.withPictures}
        </button>
        <button type="button" class="quiet" onClick={() => open(guideAddress(token.id, 'exchange'))}>
          {words.exchangeInstead}
        </button>
        <Another onAnother={onAnother} />
      </div>
      <p class="small">{words.later}</p>
    </div>
  );
}

/** 利用開始 would not do here: the bank knows another token of this customer. */
function ExchangeNext({ token, replaces, open }: Pick<Props, 'token' | 'open'> & { replaces: TokenLook }): JSX.Element {
  const words = useWords(enrolWords).done;
  return (
    <div class="done">
      <StepHeading>{words.heading}</StepHeading>
      <p>{words.exchange(replaces.serial)}</p>
      <TokenSheet token={token} />
      <div class="actions">
        <button type="button" class="primary large" onClick={() => open(guideAddress(token.id, 'exchange'))}>
          {words.toExchange}
        </button>
      </div>
    </div>
  );
}

/** Until when, and how back to the bank's page that was to stand open. */
export function UnionWayBack({ token, open }: Pick<Props, 'token' | 'open'>): JSX.Element {
  const words = useWords(unionWords).start;
  const language = useLanguage();
  return (
    <>
      <p>{words.by(hourIn(language, token.startBy))}</p>
      <section class="sheet">
        <h2>{words.backHeading}</h2>
        <NumberedSteps steps={words.back} />
        <LoginButton token={token} open={open} look="step" />
      </section>
    </>
  );
}

function UnionDone({ token, open, onAnother }: WayProps): JSX.Element {
  const words = useWords(unionWords).start;
  return (
    <div class="done">
      <StepHeading>{words.heading}</StepHeading>
      <p>{words.body(displayName(token))}</p>
      <TokenSheet token={token} />
      <NumberedSteps steps={words.steps} />
      <p class="small">{useWords(guideWords).toolbar}</p>
      <UnionWayBack token={token} open={open} />
      <div class="actions">
        <button type="button" class="step" onClick={() => open(guideAddress(token.id, 'start'))}>
          {useWords(enrolWords).done.withPictures}
        </button>
        <Another onAnother={onAnother} />
      </div>
    </div>
  );
}

export function EnrolDone({ token, replaces, open, onAnother }: Props): JSX.Element {
  if (replaces) return <ExchangeNext token={token} replaces={replaces} open={open} />;
  if (token.kind === 'credit-union') return <UnionDone token={token} open={open} onAnother={onAnother} />;
  return <ShinkinDone token={token} open={open} onAnother={onAnother} />;
}
