import { type Html, html } from '#kit/html.ts';
import { emergency } from './home.ts';

/** Neutral: whoever looks over a shoulder learns nothing of what was sent, nor that anything was. */
export function thanksPage(): Html {
  return html`<h1>Thank you</h1>
<p class="lead">We have received it. Somebody who knows about this reads it on the next working day at the latest.</p>
<p>We send no confirmation, and we answer only in the way that is safe.</p>
${emergency()}`;
}
