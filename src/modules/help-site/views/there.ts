import { type Html, html } from '#kit/html.ts';
import type { There } from '../there.ts';

/** When somebody reads what is told, and what to do while nobody does: never why. */
export function whenRead({ until, again, away }: There, numbers: 'below' | 'first page' | 'nowhere'): Html {
  const longer = away !== null && away.again !== again ? away : null;
  const now = until
    ? html`somebody reads it today until ${until}, and after that not before <strong>${again}</strong>.`
    : html`<strong>nobody may read it before ${again}.</strong>`;
  const later =
    longer &&
    html` <strong>${
      longer.from === longer.to ? `On ${longer.from}` : `From ${longer.from} to ${longer.to}`
    } nobody is there</strong>; somebody is again on ${longer.again}.`;
  return html`<p>When you tell us something: ${now}${later}${
    (!until || away) && html` Until then, in danger, call 999${meanwhile[numbers]}.`
  }</p>`;
}

const meanwhile = {
  below: '; or talk to somebody at one of the numbers below',
  'first page': '; or talk to somebody at one of the numbers on the first page',
  nowhere: '',
} as const;
