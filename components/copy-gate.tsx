/** Before a code is copied beside a site that is not its own: whose it is not, and the way to the true one. */
import type { JSX, RefObject } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { isLookAlike } from '../lib/institutions/look-alike.ts';
import { profiles } from '../lib/institutions/profiles.ts';
import type { SiteLook, TokenLook } from '../lib/messages/protocol.ts';
import { answersNo, useAsking } from './drop-question.tsx';
import { hostText } from './host-name.tsx';
import { useWords } from './language.ts';
import { siteWords } from './words-site.ts';

export interface Gate {
  /** Of the page in front. */
  host: string;
  alike: boolean;
  /** Whose the code is: an institution, or what an imported token is called. */
  name: string;
  /** The host that an imported token is bound to; null for an institution's token. */
  bound: string | null;
  /** Of the site that the code is for; null where none is known. */
  address: string | null;
}

/** Null: nothing to ask. A page that is no site, or a bank's, and an imported token without a site are left alone. */
export function gateOf(site: SiteLook, token: TokenLook, name: string): Gate | null {
  if (site.kind === 'bank' || site.host === null) return null;
  const { host } = site;
  const alike = isLookAlike(host, profiles());
  if (!token.local) return { host, alike, name, bound: null, address: token.loginAddress };
  const own = token.local.site?.origin;
  if (own === undefined || (site.kind === 'own' && site.origin === own)) return null;
  return { host, alike, name, bound: new URL(own).host, address: own };
}

interface QuestionProps {
  gate: Gate;
  onOpen: (address: string) => void;
  onCopy: () => void;
  onLeave: () => void;
}

function Question({ gate, onOpen, onCopy, onLeave }: QuestionProps): JSX.Element {
  const words = useWords(siteWords).gate;
  const { host, bound, name, address } = gate;
  const id = useId();
  const safe = useRef<HTMLButtonElement>(null);
  // The safe answer has the focus: a second Enter copies nothing.
  useEffect(() => safe.current?.focus(), []);
  const said = bound === null ? words.bank(hostText(host), name) : words.site(hostText(host), name, hostText(bound));
  return (
    <div class="question gate" role="group" aria-labelledby={id} onKeyDown={answersNo(onLeave)}>
      <p class="notice warn" id={id}>
        {said} {gate.alike && <strong>{words.alike}</strong>}
      </p>
      {address !== null && (
        <button type="button" class="primary" ref={safe} onClick={() => onOpen(address)}>
          {bound === null ? words.trueSite : words.boundSite}
        </button>
      )}
      <button type="button" class={address === null ? 'primary' : 'quiet'} ref={address === null ? safe : null} onClick={onLeave}>
        {words.leave}
      </button>
      <button type="button" class="quiet" onClick={onCopy}>
        {words.anyway}
      </button>
    </div>
  );
}

interface Copying {
  /** Copies, or asks first. */
  copy: () => void;
  /** The button that the focus goes back to. */
  copyRef: RefObject<HTMLButtonElement | null>;
  question: JSX.Element | null;
}

export function useCopyGate(gate: Gate | null, onCopy: () => void, onOpen: (address: string) => void): Copying {
  const { asking, ask, button } = useAsking();
  const answered = (): void => {
    ask(false);
    onCopy();
  };
  return {
    copy: gate ? () => ask(true) : onCopy,
    copyRef: button,
    question: gate && asking ? <Question gate={gate} onOpen={onOpen} onCopy={answered} onLeave={() => ask(false)} /> : null,
  };
}
