import { type Html, html } from '#kit/html.ts';
import type { There } from '../there.ts';
import { emergency } from './home.ts';
import { whenRead } from './there.ts';

export interface ThanksPage {
  readonly answerable: boolean;
  readonly there: There;
}

/** Neutral: whoever looks over a shoulder learns nothing of what was sent, nor that anything was. */
export function thanksPage({ answerable, there }: ThanksPage): Html {
  return html`<h1>Thank you</h1>
<p class="lead">We have received it. Somebody who knows about this reads it in office hours.</p>
${whenRead(there, 'first page')}
${
  answerable
    ? html`<p>We send no confirmation, and we answer only in the way that is safe.</p>`
    : html`<p><strong>Nobody can answer you: there is no safe way to reach you.</strong> What you wrote is read all
  the same. If you want an answer, write again with a way that is safe,
  or ring one of the numbers on the first page.</p>`
}
${emergency()}`;
}
