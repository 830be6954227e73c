import { button } from '#kit/components/button.ts';
import { fold } from '#kit/components/fold.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { table } from '#kit/components/table.ts';
import { tag } from '#kit/components/tag.ts';
import { verbatim } from '#kit/components/verbatim.ts';
import { type Html, html } from '#kit/html.ts';
import { dateInWords } from '#rules/moment.ts';
import type { Pack } from '#rules/pack.ts';
import { officeHoursOf } from '../facts.ts';
import { paths } from '../paths.ts';
import type { ReviewReason } from '../store/review-reasons.ts';
import { day, linkTo, policyName, type When, whatFollows } from './parts.ts';
import { reviewReasonList } from './review-reasons.ts';

interface Shown {
  readonly id: string;
  readonly packId: string;
  readonly packVersion: string;
  readonly fromDay: Temporal.PlainDate;
  readonly beginsAt: Temporal.Instant;
  readonly reason: string;
  readonly proposedAt: Temporal.Instant;
  readonly proposedByName: string | null;
  readonly decision: string | null;
  readonly decidedAt: Temporal.Instant | null;
  readonly decidedByName: string | null;
  readonly decidedWhy: string;
}

export interface PolicyModel {
  readonly pack: Pack;
  /** By which it holds; null: it is the landlord's first. */
  readonly by: Shown | null;
  readonly waiting: Shown | null;
  readonly toCome: readonly Shown[];
  readonly changes: readonly Shown[];
  readonly today: Temporal.PlainDate;
  readonly reasons: readonly ReviewReason[];
  readonly mayCall: boolean;
  readonly mayPropose: boolean;
  readonly packOf: (packId: string) => Pack | undefined;
  readonly when: When;
}

/** Which policy holds, what is to come, and how each change came about. */
export function policyPage(model: PolicyModel): Html {
  const { waiting, mayPropose } = model;
  const propose = mayPropose && !waiting && button({ text: 'Propose a change', href: paths.propose });
  return html`<div class="lintel-heading"><h1 class="govuk-heading-l">Policy</h1>${propose}</div>
${waiting && waits(waiting, model)}
${inForce(model)}
${restated(model.pack)}
${reviewReasonList(model.reasons, model.mayCall, model.when)}
<h2 class="govuk-heading-m">To come</h2>${comes(model)}
<h2 class="govuk-heading-m">Every change so far</h2>${history(model)}
${whatFollows}`;
}

function waits({ id, packId, packVersion, fromDay, proposedByName }: Shown, { packOf }: PolicyModel): Html {
  const name = policyName(packOf(packId), packId, packVersion);
  return insetText({
    html: html`<p class="govuk-body"><strong>A change waits for a decision:</strong> ${name},
from ${day(fromDay)}, proposed by ${proposerIn(proposedByName)}.</p>
<p class="govuk-body">${linkTo(paths.change(id), 'What would be different')}</p>`,
  });
}

function inForce({ pack, by, today, when }: PolicyModel): Html {
  const hours = officeHoursOf(pack);
  const review = Temporal.PlainDate.from(pack.nextReview);
  const overdue =
    Temporal.PlainDate.compare(review, today) < 0 && tag({ text: 'Overdue', classes: 'govuk-tag--red' });
  return html`<h2 class="govuk-heading-m">In force</h2>${summaryList({
    rows: [
      { key: { text: 'Title' }, value: { text: pack.title } },
      { key: { text: 'Publisher' }, value: { text: pack.publisher } },
      { key: { text: 'Version' }, value: { text: pack.version } },
      {
        key: { text: 'Holds here since' },
        value: by
          ? { html: html`${when(by.beginsAt)}, ${linkTo(paths.change(by.id), 'as it was decided')}` }
          : { text: 'The beginning' },
      },
      { key: { text: 'Next review' }, value: { html: html`${day(review)} ${overdue}` } },
      {
        key: { text: 'Office hours' },
        value: { text: `${hours['Office hours']}: ${hours['Working days']}` },
      },
    ],
  })}<p class="govuk-body">${linkTo('/board', 'How well each clause is kept')}</p>`;
}

/** What changed in how Lintel restates the policy, the latest first: it came with a release. */
function restated({ editions = [] }: Pack): Html | false {
  return (
    editions.length > 0 &&
    fold({
      heading: 'What changed in how it is kept here',
      about: `the latest with the release of ${dateInWords(Temporal.PlainDate.from(editions.at(-1)?.on ?? ''))}`,
      html: editions.toReversed().map(
        ({
          version,
          on,
          changes,
        }) => html`<p class="govuk-body">Version ${version}, from the upgrade to the release of
${dateInWords(Temporal.PlainDate.from(on))} on:</p>
<ul class="govuk-list govuk-list--bullet">${changes.map((change) => html`<li>${change}</li>`)}</ul>`,
      ),
    })
  );
}

function comes({ toCome, packOf }: PolicyModel): Html {
  if (toCome.length === 0) return html`<p class="govuk-body">Nothing has been decided for a later day.</p>`;
  return html`<ul class="govuk-list govuk-list--bullet">${toCome.map(
    ({ id, packId, packVersion, fromDay }) =>
      html`<li>From ${day(fromDay)}: ${linkTo(paths.change(id), policyName(packOf(packId), packId, packVersion))}</li>`,
  )}</ul>`;
}

function history({ changes, packOf, when }: PolicyModel): Html {
  if (changes.length === 0) return html`<p class="govuk-body">The policy has never changed.</p>`;
  return table({
    caption: 'Every change so far',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--cards',
    firstCellIsHeader: true,
    head: [{ text: 'Policy' }, { text: 'From' }, { text: 'Proposed' }, { text: 'Decided' }],
    rows: changes.map((each) => [
      {
        html: linkTo(paths.change(each.id), policyName(packOf(each.packId), each.packId, each.packVersion)),
      },
      { text: day(each.fromDay) },
      {
        html: html`${when(each.proposedAt)} by ${proposerIn(each.proposedByName)}${verbatim(each.reason)}`,
      },
      { html: decidedInWords(each, when) },
    ]),
  });
}

const decisions: Readonly<Record<string, string>> = {
  approved: 'Approved',
  declined: 'Declined',
  withdrawn: 'Taken back',
};

function decidedInWords({ decision, decidedAt, decidedByName, decidedWhy }: Shown, when: When): Html {
  if (decision === null || decidedAt === null) return html`Waits`;
  return html`${decisions[decision]} on ${when(decidedAt)} by ${decidedByName ?? 'Lintel'}${
    decidedWhy !== '' && verbatim(decidedWhy)
  }`;
}

/** Nobody in Lintel: at a command line. */
export function proposerIn(name: string | null): string {
  return name ?? 'whoever runs the server';
}
