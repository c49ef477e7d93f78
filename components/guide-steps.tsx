/** The steps at the bank with their pictures: what is done is ticked, where the customer is is marked and holds the one next act. */
import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { TokenLook } from '../lib/messages/looks.ts';
import { stepsAt } from './guide-place.ts';
import type { Place } from './guide-place.ts';
import { BankPicture, OwnPicture } from './guide-pictures.tsx';
import type { Plan, Step } from './guide-plan.ts';
import { useWords } from './language.ts';
import { enrolWords } from './words-enrol.ts';
import { guideWords } from './words-guide.ts';

function Pictures({ step }: { step: Step | undefined }): JSX.Element | null {
  if (!step?.picture) return null;
  return (
    <div class="pictures">
      {step.fills && <OwnPicture />}
      <BankPicture name={step.picture} />
    </div>
  );
}

export interface Ways {
  place: Place;
  /** A new tab with this address. */
  open: (address: string) => void;
  /** The tab of the bank that stands open, or a new one. */
  backTo: (loginAddress: string) => void;
  onBeginAgain: () => void;
}

interface NextActProps extends Ways {
  token: TokenLook;
  /** The page of the bank stands open from before. */
  isOpen: boolean;
}

/** One button, wherever the customer is. */
function NextAct({ token, place, open, backTo, isOpen }: NextActProps): JSX.Element | null {
  const words = useWords(guideWords);
  const toLogin = useWords(enrolWords).done.open;
  const address = token.loginAddress;
  if (address === null) return null;
  const isBack = isOpen || place !== 'away';
  return (
    <button type="button" class="primary large" onClick={() => (isBack ? backTo : open)(address)}>
      {isBack ? words.backToBank : toLogin(token.institution)}
    </button>
  );
}

function BeginAgain({ token, place, open, onBeginAgain }: Omit<NextActProps, 'isOpen'>): JSX.Element | null {
  const words = useWords(guideWords);
  const address = token.loginAddress;
  if (address === null || place === 'away') return null;
  const begin = (): void => {
    onBeginAgain();
    open(address);
  };
  return (
    <button type="button" class="quiet" onClick={begin}>
      {words.beginAgain}
    </button>
  );
}

interface StepProps {
  text: string;
  step: Step | undefined;
  where: 'past' | 'now' | 'later';
  /** Said once, at the first of those that may be the present one. */
  mark: string | null;
  children: ComponentChildren;
}

function OneStep({ text, step, where, mark, children }: StepProps): JSX.Element {
  const { past } = useWords(guideWords);
  return (
    <li class={where} aria-current={mark === null ? undefined : 'step'}>
      {mark !== null && <span class="here">{mark}</span>}
      {where === 'past' && <span class="visually-hidden">{past}: </span>}
      <p>{text}</p>
      {where !== 'past' && <Pictures step={step} />}
      {children}
    </li>
  );
}

/** The button moves on with the step: where nothing else has the focus it goes along, and the step into view with it. */
function useFocusAlong(first: number) {
  const list = useRef<HTMLOListElement>(null);
  const before = useRef(first);
  useLayoutEffect(() => {
    const { activeElement, body } = list.current?.ownerDocument ?? {};
    if (before.current !== first && activeElement === body) list.current?.querySelector('button')?.focus();
    before.current = first;
  }, [first]);
  return list;
}

interface Props extends Ways {
  token: TokenLook;
  texts: string[];
  plan: Plan;
  isOpen?: boolean;
}

export function GuideSteps({ token, texts, plan, isOpen = false, ...ways }: Props): JSX.Element {
  const words = useWords(guideWords);
  const { first, last } = stepsAt(ways.place, plan);
  const list = useFocusAlong(first);
  const mark = words.here(first + 1, last + 1);
  const whereIs = (at: number): StepProps['where'] => (at < first ? 'past' : at > last ? 'later' : 'now');
  return (
    <div class="guide-way">
      <p class="small">{words.keepOpen}</p>
      <p class="visually-hidden" role="status">
        {ways.place === 'away' ? '' : `${mark}: ${texts[first] ?? ''}`}
      </p>
      <ol ref={list} class="numbered guide-steps">
        {texts.map((text, at) => (
          <OneStep key={text} text={text} step={plan[at]} where={whereIs(at)} mark={at === first ? mark : null}>
            {at === first && <NextAct token={token} isOpen={isOpen} {...ways} />}
          </OneStep>
        ))}
      </ol>
      <p class="small">{words.toolbar}</p>
      <BeginAgain token={token} {...ways} />
    </div>
  );
}
