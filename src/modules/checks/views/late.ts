import { decidedRow, decisionFields } from '#kit/components/decision.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseForm, caseHead, type FormModel } from '#modules/case-file/pure.ts';
import type { LateRecord } from '#modules/obligations/index.ts';
import { because } from '#rules/clauses.ts';
import { dueMomentInWords } from '#rules/closed-since.ts';
import type { Verdict } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';

export function latePage(model: CaseModel, form: FormModel, late: LateRecord, may: Verdict): Html {
  return html`${caseHead(model, 'Overview', 'Recorded late')}
<p class="govuk-body">This was written down after its promise was due, for a time before it. Look at what shows that it
  was so: the chronology, the diary, a phone’s own list. Until somebody else agrees, the promise is neither kept nor
  broken.</p>${facts(model, late)}${
    late.decision === null &&
    (may.allowed ? decision(form) : html`<p class="govuk-body">${because(model.pack, may)}</p>`)
  }`;
}

function facts({ calendar, commitmentOf }: CaseModel, late: LateRecord): Html {
  const when = (at: Temporal.Instant) => momentInWords(at, calendar);
  const { packId, commitment, dueAt, happenedAt, recordedAt, proposedAt, recordedByName } = late;
  const written = `${when(recordedAt ?? proposedAt)} by ${recordedByName ?? 'Lintel'}`;
  return summaryList({
    rows: [
      { key: { text: 'Promise' }, value: { text: commitmentOf(packId, commitment)?.title ?? 'Promise' } },
      { key: { text: 'It was due' }, value: { text: dueMomentInWords(dueAt, calendar) } },
      { key: { text: 'Kept, it says' }, value: { text: when(happenedAt) } },
      { key: { text: 'Written down' }, value: { text: written } },
      decidedRow(late, when, { confirmed: 'Confirmed', declined: 'Not confirmed' }),
    ],
  });
}

function decision(form: FormModel): Html {
  return caseForm(
    form,
    'Save your answer',
    decisionFields(form.form, {
      legend: 'Was it so?',
      ways: [
        { value: 'confirmed', text: 'Yes: something shows that it happened at that time' },
        {
          value: 'declined',
          text: 'No, or nothing shows it: the promise was broken, and is owed until it is kept',
        },
      ],
      label: 'What you looked at, and what it shows',
      hint: 'Such as a message, the diary or the list of calls of a phone',
    }),
  );
}
