import { button } from '#kit/components/button.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { submission } from '#kit/components/submission.ts';
import { type Html, html } from '#kit/html.ts';
import { learnersList } from '#modules/case-file/pure.ts';
import type { Learner } from '#rules/who-would-learn.ts';
import { paths } from '../paths.ts';

export interface FeedModel {
  /** When the link that works now was made, and read last; null: there is none. */
  readonly made: string | null;
  readonly read: string | null;
  /** The whole address of the link made just now: shown this once. */
  readonly fresh: string | null;
  readonly learners: readonly Learner[];
  readonly csrf: string;
  readonly newSubmission: () => string;
}

/** A secret link for a calendar of one's own. */
export function feedPage(model: FeedModel): Html {
  const { made, read, fresh, csrf, newSubmission } = model;
  const send = (action: string, text: string, classes: string) =>
    html`<form method="post" action="${action}" novalidate>
      ${submission(csrf, newSubmission())}${button({ text, classes, preventDoubleClick: true })}</form>`;
  return html`<h1 class="govuk-heading-l">My diary in my own calendar</h1>
<p class="govuk-body">A secret link lets a calendar on your phone or computer show when your appointments are.
  It says “Appointment” and the time, and nothing else: no name, no place, nothing of what it is about.</p>
<p class="govuk-body">Use it only in a calendar that you alone open.</p>
<h2 class="govuk-heading-m">Who would learn this?</h2>${learnersList(model.learners)}
${
  fresh !== null &&
  insetText({
    html: html`<h2 class="govuk-heading-s">Your link</h2>
      <p class="govuk-body">Copy it now: it is shown this once.</p>
      <p class="govuk-body"><code class="lintel-one-time-link">${fresh}</code></p>`,
  })
}
${
  made === null
    ? send(paths.feed, 'Make a link', '')
    : html`<p class="govuk-body">A link was made on ${made}. ${
        read === null ? 'No calendar has read it yet.' : `A calendar read it last on ${read}.`
      }</p><div class="govuk-button-group">${send(
        paths.feed,
        'Make a new link instead',
        'govuk-button--secondary',
      )}${send(paths.endFeed, 'End the link', 'govuk-button--warning')}</div>`
}
<p class="govuk-body"><a class="govuk-link" href="${paths.own}">My diary</a></p>`;
}
