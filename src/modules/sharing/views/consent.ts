import { button } from '#kit/components/button.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseHead, verbatim } from '#modules/case-file/pure.ts';
import type { ConsentMoment } from '#rules/consent.ts';
import { momentInWords } from '#rules/moment.ts';
import {
  consentAnswers,
  consentChanges,
  givers,
  listeners,
  recipientSorts,
  sharePurposes,
} from '#rules/sharing.ts';
import { labelOf } from '#rules/words.ts';
import { paths } from '../paths.ts';
import { standingShown } from '../standing.ts';
import type { ConsentRow } from '../store/consents.ts';
import { askedWays } from '../ways-asked.ts';
import { kindsInWords, recipientInWords } from '../words.ts';

/** One answer: what was asked, from whom it came, when it was written down, and what they said since. */
export function consentPage(model: CaseModel, consent: ConsentRow, moment: ConsentMoment): Html {
  const { file, calendar } = model;
  const when = (at: Temporal.Instant) => momentInWords(at, calendar);
  const { text, colour, because, askAgain } = standingShown(consent, moment);
  const rows = [
    ['With whom', recipientInWords(consent)],
    ['What kind of agency', labelOf(recipientSorts, consent.sort)],
    ['For what', labelOf(sharePurposes, consent.purpose)],
    ['What', kindsInWords(consent.kinds)],
    ['Answer', labelOf(consentAnswers, consent.answer)],
    ['Asked', `${when(consent.givenAt)}, ${labelOf(askedWays, consent.way).toLowerCase()}`],
    ['From whom', consent.givenBy === 'not_known' ? '' : labelOf(givers, consent.givenBy)],
    ['Who decides for them', consent.authority],
    ['Who else could hear', labelOf(listeners, consent.heardBy)],
    ['Written down', `${when(consent.recordedAt)} by ${consent.recordedByName ?? 'Lintel'}`],
  ] as const;
  return html`${caseHead(model, 'Sharing', 'What they answered')}
${summaryList({
  rows: [
    {
      key: { text: 'How it stands' },
      value: { html: html`${tag({ text, classes: `govuk-tag--${colour}` })} ${because}` },
    },
    ...rows.map(([key, value]) => (value === '' ? null : { key: { text: key }, value: { text: value } })),
    consent.words === ''
      ? null
      : { key: { text: 'What they said' }, value: { html: verbatim(consent.words) } },
  ],
})}
${saidSince(consent, when)}
<div class="govuk-button-group">${
    consent.answer === 'given' &&
    consent.changed?.change !== 'withdrawn' &&
    button({
      text: 'They take it back, or are not sure',
      href: paths.changeConsent(file.id, consent.id),
      classes: askAgain ? 'govuk-button--secondary' : undefined,
    })
  }${
    consent.recipientEndedAt === null &&
    button({
      text: 'Ask again',
      href: paths.askAgain(file.id, consent.id),
      classes: askAgain ? undefined : 'govuk-button--secondary',
    })
  }</div>
<p class="govuk-body"><a class="govuk-link" href="${paths.ofCase(file.id)}">Everything they agreed to</a></p>`;
}

function saidSince(consent: ConsentRow, when: (at: Temporal.Instant) => string): Html | undefined {
  const { change, changeWay, changeWords, changeSaidAt, changeRecordedAt, changeRecordedByName } = consent;
  if (!change || !changeSaidAt || !changeRecordedAt) return undefined;
  return html`<h2 class="govuk-heading-m">What they said since</h2>${summaryList({
    rows: [
      { key: { text: 'What' }, value: { text: labelOf(consentChanges, change) } },
      {
        key: { text: 'Said' },
        value: { text: `${when(changeSaidAt)}, ${labelOf(askedWays, changeWay ?? '').toLowerCase()}` },
      },
      {
        key: { text: 'Written down, and in force since' },
        value: { text: `${when(changeRecordedAt)} by ${changeRecordedByName ?? 'Lintel'}` },
      },
      changeWords ? { key: { text: 'In their words' }, value: { html: verbatim(changeWords) } } : null,
    ],
  })}`;
}
