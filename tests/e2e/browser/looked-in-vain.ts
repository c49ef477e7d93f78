/** What was on the page instead: a failed wait alone says too little, above all when it fails once in twenty runs. */
const ENOUGH = 600;
/** A page whose driver hangs has no text. Milliseconds. */
const PATIENCE = 2_000;

export interface Seen {
  address: string;
  /** The page's text, asked for already. */
  text: Promise<string>;
}

export async function lookedInVain(place: string, { address, text }: Seen, cause?: unknown): Promise<Error> {
  const late = new Promise<string>((resolve) => setTimeout(() => resolve('(no answer)'), PATIENCE));
  const shown = await Promise.race([text, late]).catch(() => '(not readable)');
  return new Error(`waited in vain for ${place}\nat ${address}\n${shown.slice(0, ENOUGH)}`, { cause });
}
