/** What the manual puts between the handshake and the first code: トークン初期設定完了 and 注意メッセージ. */
import type { JSX } from 'preact';
import type { TokenLook } from '../lib/messages/looks.ts';
import { Refusal } from '../lib/refusal.ts';
import type { Asking } from './asking.ts';
import { useAttempt, useWhenLocked } from './attempt.ts';
import { useBusy } from './enrol-trail.ts';
import { findIssued } from './issuing.ts';
import type { Issued } from './issuing.ts';
import { useWords } from './language.ts';
import { Progress, RefusalNote } from './notices.tsx';
import { StepHeading } from './page.tsx';
import { TokenSheet } from './token-sheet.tsx';
import { unionWords } from './words-union.ts';

/** The token after a change of it; the vault may have locked itself meanwhile. */
export async function seenAgain(ask: Asking, tokenId: string): Promise<TokenLook> {
  const issued = await findIssued(ask, tokenId);
  if (!issued) throw new Refusal('token-unknown');
  return issued.token;
}

export function SetUpDone({ issued, onNext }: { issued: Issued; onNext: () => void }): JSX.Element {
  const words = useWords(unionWords).done;
  return (
    <div class="done">
      <StepHeading>{issued.isAnother ? words.added : words.heading}</StepHeading>
      <TokenSheet token={issued.token} />
      <p>{words.next}</p>
      <div class="actions">
        <button type="button" class="primary large" onClick={onNext}>
          {words.toName}
        </button>
      </div>
    </div>
  );
}

/** The manual's own word for the button, in every language. */
const OK = 'OK';

interface CautionProps {
  ask: Asking;
  token: TokenLook;
  onRead: (token: TokenLook) => void;
  /** From the press on until the answer. */
  onBusy: (is: boolean) => void;
  onLocked: () => void;
}

export function Caution({ ask, token, onRead, onBusy, onLocked }: CautionProps): JSX.Element {
  const words = useWords(unionWords).caution;
  const attempt = useAttempt();
  useBusy(attempt.busy, onBusy);
  useWhenLocked(attempt.refused, onLocked);
  const read = async (): Promise<void> => {
    await attempt.run(async () => {
      await ask('finishSetUp', { tokenId: token.id });
      onRead(await seenAgain(ask, token.id));
    });
  };
  return (
    <div class="done">
      <StepHeading>{words.heading}</StepHeading>
      <div class="sheet caution">
        <ul>
          {words.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <a class="button step" href="/loss.html" target="_blank" rel="noopener">
          {words.loss}
        </a>
      </div>
      <RefusalNote reason={attempt.refused} />
      <div class="actions">
        <button type="button" class="primary large" aria-disabled={attempt.busy} onClick={() => void read()}>
          {OK}
        </button>
      </div>
      <Progress shown={attempt.slow} label={words.working} />
    </div>
  );
}
