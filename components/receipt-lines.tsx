/** 受付番号 and 受付時刻, as the bank's last page said them. */
import type { JSX } from 'preact';
import type { TokenLook } from '../lib/messages/looks.ts';
import { useWords } from './language.ts';
import { tokenWords } from './words-token.ts';

export function ReceiptLines({ receipt }: { receipt: NonNullable<TokenLook['receipt']> }): JSX.Element {
  const words = useWords(tokenWords);
  return (
    <dl class="receipt">
      <dt>{words.receiptNumber}</dt>
      <dd>{receipt.number}</dd>
      <dt>{words.receiptTime}</dt>
      <dd>{receipt.time}</dd>
    </dl>
  );
}
