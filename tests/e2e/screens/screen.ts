/** One screen in one state: what is answered to it, what a person does to come there, and how one sees that it is there. */
import type { Language } from '../../../components/language.ts';
import { button } from '../browser/find.ts';
import type { View } from '../browser/view.ts';
import type { Answers } from './answers.ts';

/** What a person does. */
export type Act = (view: View, language: Language) => Promise<void>;

export interface Screen {
  /** Names its pictures. */
  name: string;
  /** Of a page of the extension. */
  address: string;
  answers: Answers;
  /** Whether the browser has passkeys; it has none unless told. */
  passkeys?: boolean;
  /** In a private window. */
  privately?: boolean;
  reach?: Act;
  /** Words that only this state shows; innermost, so of one element. */
  shows: (language: Language) => string;
}

/** Presses what bears this name. */
export function press(name: (language: Language) => string): Act {
  return async (view, language) => await view.click(button(name(language)));
}

/** One after the other. */
export function first(...acts: Act[]): Act {
  return async (view, language) => {
    for (const act of acts) await act(view, language);
  };
}

/** Opens what is folded: くわしく of the nth card. */
export function unfold(nth = 1): Act {
  return async (view) => await view.click(`(//summary)[${nth}]`);
}
