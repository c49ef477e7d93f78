/** Puts a screen on its page, in the person's language, theme and text size. */
import { render } from 'preact';
import type { ComponentChild } from 'preact';
import type { Appearance } from '../lib/messages/appearance.ts';
import { Appearing } from './appearing.tsx';

/** `tag` is `navigator.language`, `stored` asks for the true settings. What the static page showed before is replaced. */
export function mount(page: Document, tag: string, screen: ComponentChild, stored: () => Promise<Appearance>): void {
  const root = page.getElementById('app');
  const view = page.defaultView;
  if (!root || !view) throw new Error('the page has no #app, or is shown nowhere');
  root.replaceChildren();
  render(
    <Appearing page={page} view={view} tag={tag} stored={stored}>
      {screen}
    </Appearing>,
    root,
  );
}
