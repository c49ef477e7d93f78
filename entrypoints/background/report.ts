/** A bug's name and kind for the developer's console; never what a message contained. */
export function report(name: string, failure: unknown): void {
  console.error(`鍵札: ${name} failed`, failure instanceof Error ? failure.stack : typeof failure);
}
