import { decidedRow, proposedRow } from '#kit/components/decision.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, deciding, type FormModel, verbatim } from '#modules/case-file/pure.ts';
import type { Verdict } from '#rules/facts.ts';
import { dateInWords, momentInWords } from '#rules/moment.ts';
import {
  conclusions,
  heardAnswers,
  type Sign,
  signAnswers,
  signs,
  specialistConclusions,
} from '#rules/who-harms-whom.ts';
import { labelOf } from '#rules/words.ts';
import { paths } from '../paths.ts';
import type { Judgement } from '../store/rows.ts';
import { head, nameIn, neverFollows } from './shared.ts';

/** What one judged, sign by sign, and what a manager decides about it. */
export function judgementDecisionPage(
  model: CaseModel,
  formModel: FormModel,
  judgement: Judgement,
  may: Verdict,
): Html {
  const when = (instant: Temporal.Instant) => momentInWords(instant, model.calendar);
  const told: Readonly<Record<string, string>> = judgement.signs;
  const { specialist, specialistWho, specialistWay, specialistOn } = judgement;
  return html`${head(model, 'Who harms whom')}${neverFollows(model)}${summaryList({
    rows: [
      { key: { text: 'Between them and' }, value: { text: `${nameIn(model, judgement.aboutId)}, alleged` } },
      { key: { text: 'Judged' }, value: { text: labelOf(conclusions, judgement.conclusion) } },
      { key: { text: 'On what it rests' }, value: { html: verbatim(judgement.words) } },
      ...(signs as readonly Sign[]).map(({ name, asks }) => ({
        key: { text: asks },
        value: { text: labelOf(signAnswers, told[name] ?? 'not_known') },
      })),
      { key: { text: 'Heard about it' }, value: { text: labelOf(heardAnswers, judgement.heard) } },
      {
        key: { text: 'A specialist says' },
        value: {
          text: [
            labelOf(specialistConclusions, specialist),
            specialistWho,
            specialistWay,
            specialistOn ? dateInWords(specialistOn) : '',
          ]
            .filter(Boolean)
            .join('. '),
        },
      },
      proposedRow(judgement, when, 'Put to a manager'),
      decidedRow(judgement, when, { approved: 'Agreed' }),
    ],
  })}${
    judgement.decision === null &&
    deciding(model, formModel, {
      may,
      ways: [
        { value: 'approved', text: 'Agree' },
        { value: 'declined', text: 'Decline: it is judged again' },
      ],
      hint: 'Needed where you decline it',
      withdraw: paths.withdrawal(model.file.id, judgement.id),
    })
  }`;
}
