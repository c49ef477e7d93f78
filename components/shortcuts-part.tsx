/** Settings: the keys of the browser as they really are, and those of the list. */
import { Fragment } from 'preact';
import type { JSX } from 'preact';
import type { Look } from '../lib/messages/looks.ts';
import { useWords } from './language.ts';
import { orderWords } from './words-order.ts';
import { settingsWords } from './words-settings.ts';

export function ShortcutsPart({ look, isFirefox }: { look: Look; isFirefox: boolean }): JSX.Element {
  const words = useWords(settingsWords);
  const { byKeys, keys } = useWords(orderWords);
  const { open, fill } = look.shortcuts;
  return (
    <section class="sheet">
      <h3>{words.shortcuts}</h3>
      <dl>
        <dt>{words.openPopup}</dt>
        <dd>{open === '' ? words.unset : <kbd>{open}</kbd>}</dd>
        <dt>{words.fill}</dt>
        <dd>{fill === '' ? words.unset : <kbd>{fill}</kbd>}</dd>
      </dl>
      <p class="small">{isFirefox ? words.howFirefox : words.howChrome}</p>
      <dl>
        <dt>{byKeys}</dt>
        <dd>
          {keys.map((key) => (
            <Fragment key={key}>
              <kbd>{key}</kbd>{' '}
            </Fragment>
          ))}
        </dd>
      </dl>
    </section>
  );
}
