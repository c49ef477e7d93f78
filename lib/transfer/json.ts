/** JSON of strangers: whatever it holds, looking into it never fails. */

/** Undefined for what is no JSON; deep nesting included, should an engine run out of stack over it. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
