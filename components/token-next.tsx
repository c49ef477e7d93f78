/** The one next step of a token, by its state. */
import type { JSX } from 'preact';
import { profileOf } from '../lib/institutions/profiles.ts';
import type { TokenLook } from '../lib/messages/protocol.ts';
import { dayIn, useLanguage, useWords } from './language.ts';
import { tokenWords } from './words-token.ts';
import type { ShownState } from './words-token.ts';

/** A credit union's 利用解除 and a shinkin's 利用中止 are one state at the issuer. */
export function shownState(token: TokenLook): ShownState {
  const isUnion = profileOf(token.institutionCode)?.kind === 'credit-union';
  return token.state === 'STOPPED' && isUnion ? 'RELEASED' : token.state;
}

interface Props {
  token: TokenLook;
  onOpen: (address: string) => void;
  onEnrol: (institutionCode: string) => void;
}

function Call({ code }: { code: string }): JSX.Element | null {
  const words = useWords(tokenWords);
  const telephone = profileOf(code)?.telephone;
  return telephone ? <p class="call">{words.next.call(telephone)}</p> : null;
}

function StartStep({ token, onOpen }: Omit<Props, 'onEnrol'>): JSX.Element {
  const words = useWords(tokenWords);
  const language = useLanguage();
  const address = token.loginAddress;
  return (
    <div class="next">
      <p>{words.next.startBy(dayIn(language, token.startBy))}</p>
      {address !== null && (
        <button type="button" class="step" onClick={() => onOpen(address)}>
          {words.next.start}
        </button>
      )}
    </div>
  );
}

export function TokenNext({ token, onOpen, onEnrol }: Props): JSX.Element | null {
  const { next } = useWords(tokenWords);
  const again = (
    <button type="button" class="step" onClick={() => onEnrol(token.institutionCode)}>
      {next.enrolAgain}
    </button>
  );
  const calls = <Call code={token.institutionCode} />;
  const state = shownState(token);
  switch (state) {
    case 'ACTIVE':
      return null;
    case 'UNBOUND':
      return <StartStep token={token} onOpen={onOpen} />;
    case 'EXPIRED':
      return <div class="next"><p>{next.expired}</p>{again}</div>;
    case 'STOPPED':
      return <div class="next"><p>{next.stopped}</p>{again}</div>;
    case 'RELEASED':
      return <div class="next"><p>{next.released}</p></div>;
    case 'REPLACED':
      return <div class="next"><p>{next.replaced}</p></div>;
    case 'SUSPENDED':
      return <div class="next"><p>{next.suspended}</p>{calls}</div>;
    case 'REVOKED':
      return <div class="next"><p>{next.revoked}</p>{calls}</div>;
    default:
      return state satisfies never;
  }
}
