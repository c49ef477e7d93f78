/** XPath for things as people name them; both drivers understand it. */

function quoted(words: string): string {
  return `'${words.replaceAll("'", '’')}'`;
}

const says = (words: string): string => `contains(normalize-space(.), ${quoted(words)})`;
const named = (words: string): string => `(${says(words)} or contains(@aria-label, ${quoted(words)}) or @value=${quoted(words)})`;

/** A button, link or role=button with this name, once it can be pressed. */
export function button(name: string): string {
  const kinds = "self::button or self::a or @role='button' or (self::input and (@type='submit' or @type='button'))";
  return `//*[(${kinds}) and ${named(name)} and not(@disabled)]`;
}

/** The input of a label with this text, wrapped or by `for`. */
export function field(label: string): string {
  const byFor = `//input[@id=//label[${says(label)}]/@for]`;
  return `(${byFor} | //label[${says(label)}]//input | //input[contains(@aria-label, ${quoted(label)})])[1]`;
}

/** The nth input of the table row (or definition) whose head cell says this: bank pages have no labels. */
export function rowField(head: string, nth = 1): string {
  return `(//tr[th[${says(head)}] or td[${says(head)}][not(.//input)]]//input[not(@type='hidden' or @type='checkbox' or @type='radio')])[${nth}]`;
}

/**
 * The nth field that follows these words, whatever the page is built of: tables, definition lists, plain blocks.
 * The words are a label's own; of several places that say them the first one counts.
 */
export function fieldAfter(words: string, nth = 1): string {
  const kinds = "@type='hidden' or @type='checkbox' or @type='radio' or @type='submit' or @type='button'";
  return `(((//main//*[${says(words)}][not(*[${says(words)}])])[1])/following::input[not(${kinds})])[${nth}]`;
}

export function radio(label: string): string {
  return `//label[${says(label)}]//input[@type='radio'] | //input[@type='radio'][@id=//label[${says(label)}]/@for]`;
}

export function checkbox(label: string): string {
  return `//label[${says(label)}]//input[@type='checkbox'] | //input[@type='checkbox'][@id=//label[${says(label)}]/@for]`;
}

/** Any visible text: the innermost element that says it. */
export function text(words: string): string {
  return `//body//*[not(self::script or self::style)][${says(words)}][not(*[${says(words)}])]`;
}
