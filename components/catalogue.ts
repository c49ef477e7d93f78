/** Words are made in the language that is shown, when they are first asked for: a popup holds one language, and of it what it shows. */
import type { Catalogue, Language } from './language.ts';

/** Each language's words as a function without arguments, called once at the most. */
// @__NO_SIDE_EFFECTS__
export function catalogue<T>(makers: Record<Language, () => T>): Catalogue<T> {
  const made: Partial<Catalogue<T>> = {};
  return {
    get ja() {
      return (made.ja ??= makers.ja());
    },
    get en() {
      return (made.en ??= makers.en());
    },
  };
}
