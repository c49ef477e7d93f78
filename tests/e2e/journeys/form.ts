/** What stands in the forms of a page: everything that a fill could have changed. */
import type { View } from '../browser/view.ts';

export interface Control {
  value: string;
  /** Everything else about it that a program could change. */
  state: string;
}

export function formOf(page: View): Promise<Control[]> {
  return page.run(() =>
    [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>('input, select, textarea')].map((one) => {
      const attributes = one.getAttributeNames().map((name) => `${name}=${one.getAttribute(name)}`);
      const checked = one instanceof HTMLInputElement && one.checked;
      return { value: one.value, state: [...attributes, checked, one.disabled].join(' ') };
    }),
  );
}

/** The values that are there now and were not before; the controls must be the same ones, in the same state. */
export function newValues(before: Control[], after: Control[]): string[] {
  const states = (controls: Control[]): string => controls.map(({ state }) => state).join('\n');
  if (states(before) !== states(after)) throw new Error(`the form is another:\n${states(before)}\n- now -\n${states(after)}`);
  return after.flatMap(({ value }, at) => (value === before[at]?.value ? [] : [value]));
}

/** Sets a mark that no other document has, and counts what is sent from now on. */
export function watchSending(page: View): Promise<void> {
  return page.run(() => {
    Reflect.set(window, 'sendingSeen', 0);
    document.addEventListener('submit', () => Reflect.set(window, 'sendingSeen', Number(Reflect.get(window, 'sendingSeen')) + 1), true);
  });
}

export function isUnsent(page: View): Promise<boolean> {
  return page.run(() => Reflect.get(window, 'sendingSeen') === 0);
}
