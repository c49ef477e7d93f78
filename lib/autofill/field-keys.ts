/** Names fields towards the background: the same field keeps its name until its form was sent. */
export interface FieldKeys {
  of: (field: HTMLInputElement) => string;
  /** After a submit the same field is another field: it may not get the same code again. */
  sent: (form: EventTarget | null) => void;
}

export function fieldKeys(): FieldKeys {
  let last = 0;
  const keys = new WeakMap<HTMLInputElement, string>();
  const forms = new WeakMap<EventTarget, HTMLInputElement[]>();
  return {
    of: (field) => {
      const known = keys.get(field);
      if (known) return known;
      const key = `f${++last}`;
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
  };
}
