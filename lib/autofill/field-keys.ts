/** Names fields towards the background: the same field keeps its name until its form was sent or its page left. */
export interface FieldKeys {
  of: (field: HTMLInputElement) => string;
  /** After a submit the same field is another field: it may not get the same code again. */
  sent: (form: EventTarget | null) => void;
  /**
   * The same for every field once the document is left: `form.submit()` by script fires
   * no `submit`, and the document may come back from the back/forward cache.
   */
  left: () => void;
}

/** @param documentName a UUID of this document alone: a number by itself would name a field of the next page too. */
export function fieldKeys(documentName: string): FieldKeys {
  let last = 0;
  let keys = new WeakMap<HTMLInputElement, string>();
  let forms = new WeakMap<EventTarget, HTMLInputElement[]>();
  return {
    of: (field) => {
      const known = keys.get(field);
      if (known) return known;
      const key = `${documentName}-${++last}`;
      keys.set(field, key);
      const { form } = field;
      if (form) forms.set(form, [...(forms.get(form) ?? []), field]);
      return key;
    },
    sent: (form) => {
      if (!form) return;
      for (const field of forms.get(form) ?? []) keys.delete(field);
      forms.delete(form);
    },
    left: () => {
      // Counting goes on: no name is given twice.
      keys = new WeakMap();
      forms = new WeakMap();
    },
  };
}
