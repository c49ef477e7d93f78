/** JSON of strangers: whatever it holds, looking into it never fails. */

/** Undefined for what is no JSON; deep nesting included, should an engine run out of stack over it. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An own member; undefined where there is none, and in what is no object. `__proto__` and its like are never followed. */
export function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  const found: unknown = Reflect.get(value, name);
  return found;
}
