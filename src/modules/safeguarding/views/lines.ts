import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { momentInWords } from '#rules/moment.ts';
import { paths } from '../paths.ts';
import { standingInWords } from '../referral.ts';
import type { Referral } from '../store/rows.ts';
import { titleOf } from '../words.ts';

export interface ReferralLines {
  readonly referrals: readonly Referral[];
  readonly calendar: WorkingCalendar;
}

/** Each referral with how it stands and the way to it. */
export function referralLines({ referrals, calendar }: ReferralLines): Html {
  return table({
    caption: 'Safeguarding referrals',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--cards lintel-table--brief',
    head: [{ text: 'Referral' }, { text: 'About' }, { text: 'Since' }, { text: 'How it stands' }],
    rows: referrals.map((referral) => [
      { html: html`<a class="govuk-link" href="${paths.referral(referral.id)}">${titleOf(referral)}</a>` },
      { text: referral.about, classes: 'lintel-cell--words' },
      { text: momentInWords(referral.promisedAt, calendar) },
      { text: standingInWords(referral.standing) },
    ]),
  });
}
