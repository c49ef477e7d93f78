/** くわしく: the bank's receipt, and what is done with a token now and then. */
import type { ComponentChildren, JSX } from 'preact';
import type { Errand } from '../lib/errand.ts';
import type { TokenLook } from '../lib/messages/looks.ts';
import { isInUse } from '../lib/token.ts';
import { DeleteToken } from './delete-token.tsx';
import { enrolAddress } from './enrol-address.ts';
import { guideAddress } from './guide-address.ts';
import { useWords } from './language.ts';
import { ReceiptLines } from './receipt-lines.tsx';
import { isOverAtBank } from './token-next.tsx';
import { tokenWords } from './words-token.ts';

interface Props {
  token: TokenLook;
  onCheck: () => void;
  onOpen: (address: string) => void;
  onRemove: () => void;
  /** What every token has here. */
  children: ComponentChildren;
}

/** What the bank knows for a token in use: a shinkin 交換 and 利用中止, a credit union 利用解除 alone. */
function errandsOf({ state, kind }: Pick<TokenLook, 'state' | 'kind'>): Exclude<Errand, 'start'>[] {
  switch (kind) {
    case 'credit-union':
      return isInUse(state) ? ['release'] : [];
    case 'shinkin':
      return state === 'ACTIVE' ? ['exchange', 'stop'] : [];
    case 'local':
      return [];
    default:
      return kind satisfies never;
  }
}

export function TokenDetails({ token, onCheck, onOpen, onRemove, children }: Props): JSX.Element {
  const words = useWords(tokenWords);
  const { loginAddress } = token;
  return (
    <details>
      <summary>{words.details}</summary>
      {token.receipt ? <ReceiptLines receipt={token.receipt} /> : <p>{token.state === 'UNBOUND' ? words.started : words.noReceipt}</p>}
      <div class="details-actions">
        <button type="button" class="quiet" onClick={onCheck}>
          {words.checkState}
        </button>
        {token.state === 'ACTIVE' && loginAddress !== null && (
          <button type="button" class="quiet" onClick={() => onOpen(loginAddress)}>
            {words.next.login}
          </button>
        )}
        {errandsOf(token).map((errand) => (
          <button type="button" class="quiet" key={errand} onClick={() => onOpen(guideAddress(token.id, errand))}>
            {words.errands[errand]}
          </button>
        ))}
        <button type="button" class="quiet" onClick={() => onOpen(enrolAddress({ nameId: token.id }))}>
          {words.rename}
        </button>
      </div>
      {children}
      {!isOverAtBank(token) && (
        <div class="delete-part">
          <DeleteToken token={token} onRemove={onRemove} />
        </div>
      )}
    </details>
  );
}
