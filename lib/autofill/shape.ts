/** Whether a code has room in a field, by what its attributes allow. */

/** What a code may look like once it is typed; a page's script may part it. */
const CODES = ['123456', '1234567', '12345678', '123 456', '123-456'];

/** What databases have by default; more is for running text. */
const MOST_ROOM = 255;
/** Five nines are one digit too few. */
const LOWEST_MAX = 100_000;

/** Longer ones are no pattern of a code. */
const LONGEST_PATTERN = 200;

/** As the browser checks a form. A pattern that is none holds nothing back there either. */
function allows(pattern: string, value: string): boolean {
  if (pattern === '' || pattern.length > LONGEST_PATTERN) return true;
  try {
    return new RegExp(`^(?:${pattern})$`, 'v').test(value);
  } catch {
    return true;
  }
}

/** Room for a code of six to eight digits, and nothing that speaks for running text. */
export function hasShape({ maxLength, type, inputMode, pattern, max, placeholder }: HTMLInputElement, strict: boolean): boolean {
  if (type === 'number' && max !== '' && Number(max) < LOWEST_MAX) return false;
  if (maxLength >= 0 && (maxLength < 6 || maxLength > MOST_ROOM)) return false;
  if (!CODES.some((code) => allows(pattern, code))) return false;
  return !strict || (maxLength >= 6 && maxLength <= 12) || type !== 'text' || inputMode === 'numeric' || /^\d{3}[ -]?\d{3}$/.test(placeholder);
}
