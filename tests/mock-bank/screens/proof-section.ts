/** How a confirmation is proven: the code's section, or that of the card. */
import { html } from 'hono/html';
import type { Proof } from './settlement.ts';
import { codeSection } from '../pages/code-section.ts';
import { paperField } from '../pages/fields.ts';
import type { Html } from '../pages/frame.ts';
import type { Look } from '../pages/look.ts';
import { secondSecretSection } from '../pages/second-secret.ts';

export const proofSection = (look: Look, { paper, places }: Proof): Html =>
  html`${places ? secondSecretSection(look, places) : codeSection(look)}${paperField(paper)}`;
