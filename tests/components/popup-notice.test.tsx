// @vitest-environment jsdom
/** A fill that waits for the next code, as it is seen and as it is heard. */
import { screen } from '@testing-library/preact';
import { beforeEach, expect, it } from 'vitest';
import { bankSite } from '../looks.ts';
import { look, pass, stopTime } from './builders.tsx';
import { click, popup } from './popup-builder.tsx';

beforeEach(stopTime);

const site = bankSite();

it('counts the seconds for the eye, says once that it waits, and says when they are over', async () => {
  await popup(look({ site }), { fillActiveTab: () => ({ kind: 'armed', seconds: 9 }) });
  await click(screen.getByRole('button', { name: 'このページに入力' }));
  expect(screen.getByText('9秒後に、次の番号を入力します。').getAttribute('aria-hidden')).toBe('true');
  const said = screen.getByText('次の番号になったら入力します。').closest('[role=status]');
  expect(said).toBeTruthy();
  await pass(9_001);
  expect(screen.queryByText(/秒後に/)).toBeNull();
  expect(screen.getByText('次の番号になりました。入力されたことを、ページで確かめてください。').closest('[role=status]')).toBe(said);
});
