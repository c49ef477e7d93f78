/** Before a code is copied beside a site that is not its own: whose it is not, and the way to the true one. */
import { Fragment } from 'preact';
import type { JSX, RefObject } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Likeness } from '../lib/institutions/look-alike.ts';
import type { SiteLook, TokenLook } from '../lib/messages/looks.ts';
import { hostText } from './host-name.tsx';
import { useWords } from './language.ts';
import { answersNo, useAsking } from './question.tsx';
import { siteWords, type SiteWords } from './words-site.ts';

export interface Gate {
  /** Of the page in front. */
  host: string;
  like: Likeness;
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
  const { host, like } = site;
  if (!token.local) return { host, like, name, bound: null, address: token.loginAddress };
  const own = token.local.site?.origin;
  if (own === undefined || (site.kind === 'own' && site.origin === own)) return null;
  return { host, like, name, bound: new URL(own).host, address: own };
}

/** Where a host goes in a sentence: U+FFFC, the object replacement character. */
const HERE = '\uFFFC';

const OPENING = /[（(]$/;
/** With the mark that may follow it. */
const CLOSING = /^[）)][.。、]?/;

/**
 * Each host is one piece with its brackets, on a line of its own if need be: half of it, broken at a hyphen, may read as another host, and
 * beside a piece browsers break a line where they would not beside a letter.
 */
function withHosts(sentence: string, hosts: string[]): JSX.Element[] {
  const parts = sentence.split(HERE);
  return parts.map((part, at) => {
    const isLast = at === parts.length - 1;
    const text = (at > 0 ? part.replace(CLOSING, '') : part).replace(isLast ? '' : OPENING, '');
    return (
      <Fragment key={at}>
        {at > 0 && (
          <span class="host-piece">
            {OPENING.exec(parts[at - 1] ?? '')?.[0]}
            <span class="host">{hosts[at - 1]}</span>
            {CLOSING.exec(part)?.[0]}
          </span>
        )}
        {text}
      </Fragment>
    );
  });
}

/** No name may hold the place of a host. */
function saidOf({ host, like, bound, name }: Gate, words: SiteWords['gate']): JSX.Element[] {
  const plain = name.replaceAll(HERE, '');
  // It may be the home page of the very institution: never said not to be its own.
  const ofBank = like === 'named' ? words.notBanking : words.bank;
  if (bound === null) return withHosts(ofBank(HERE, plain), [hostText(host)]);
  return withHosts(words.site(HERE, plain, HERE), [hostText(host), hostText(bound)]);
}

interface QuestionProps {
  gate: Gate;
  onOpen: (address: string) => void;
  onCopy: () => void;
  onLeave: () => void;
}

function Question({ gate, onOpen, onCopy, onLeave }: QuestionProps): JSX.Element {
  const words = useWords(siteWords).gate;
  const { bound, address } = gate;
  const id = useId();
  const safe = useRef<HTMLButtonElement>(null);
  // The safe answer has the focus: a second Enter copies nothing.
  useLayoutEffect(() => safe.current?.focus(), []);
  return (
    <div class="question gate" role="group" aria-labelledby={id} onKeyDown={answersNo(onLeave)}>
      <p class="notice warn" id={id}>
        {saidOf(gate, words)} {gate.like === 'near' && <strong>{words.alike}</strong>}
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
