import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { deviceInWords } from '../device.ts';
import { type Hidden, type Moment, oneButton } from './parts.ts';

export interface SessionRow {
  readonly id: string;
  readonly startedAt: Temporal.Instant;
  readonly seenAt: Temporal.Instant;
  readonly address: string;
  readonly agent: string;
  readonly current: boolean;
}

/** @param endAt the address of the form that ends a session by its id */
export function sessionsTable(
  sessions: readonly SessionRow[],
  endAt: (id: string) => string,
  hidden: Hidden,
  at: Moment,
): Html {
  if (sessions.length === 0) return html`<p class="govuk-body">Not signed in anywhere.</p>`;
  return table({
    classes: 'lintel-table--cards',
    head: [
      { text: 'Device' },
      { text: 'Address' },
      { text: 'Since' },
      { text: 'Last used' },
      { html: html`<span class="govuk-visually-hidden">Sign out</span>` },
    ],
    rows: sessions.map(({ id, agent, address, startedAt, seenAt, current }) => [
      { text: deviceInWords(agent) },
      { text: address },
      { text: at(startedAt) },
      { text: at(seenAt) },
      current
        ? { text: 'This device' }
        : {
            html: oneButton(endAt(id), hidden, {
              text: 'Sign out',
              about: `${deviceInWords(agent)} since ${at(startedAt)}`,
            }),
          },
    ]),
  });
}

export function ownSessionsPage(sessions: readonly SessionRow[], hidden: Hidden, at: Moment): Html {
  return html`<h1 class="govuk-heading-l">Where you are signed in</h1>
<p class="govuk-body">If you do not recognise a device, sign it out and change your password.</p>
${sessionsTable(sessions, (id) => `/account/sessions/${id}/end`, hidden, at)}
${sessions.length > 1 && oneButton('/account/sessions/end', hidden, { text: 'Sign out everywhere else' })}`;
}
