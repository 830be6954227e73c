import { decidedRow, proposedRow } from '#kit/components/decision.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, deciding, type FormModel, verbatim } from '#modules/case-file/pure.ts';
import type { Verdict } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import { paths } from '../paths.ts';
import type { DecisionRow } from '../store/rows.ts';
import { history } from './history.ts';
import { aboutInWords, enforcementHead, kindInWords, type OneAction, shutBecause } from './shared.ts';

/** What a manager decides about, with everything that it rests on; while it is shut nobody agrees to it. */
export function decisionPage(
  model: CaseModel,
  formModel: FormModel,
  one: OneAction,
  proposal: DecisionRow,
  may: Verdict,
): Html {
  const { action, gate } = one;
  const when = (instant: Temporal.Instant) => momentInWords(instant, model.calendar);
  const agree = gate.decide.open ? [{ value: 'approved', text: 'Agree' }] : [];
  return html`${enforcementHead(model, kindInWords(action))}${summaryList({
    rows: [
      { key: { text: 'About' }, value: { text: `${aboutInWords(model, action)}, alleged` } },
      { key: { text: 'What would be done' }, value: { html: verbatim(action.what) } },
      proposedRow(proposal, when, 'Put to a manager'),
      { key: { text: 'Why' }, value: { html: verbatim(proposal.why) } },
      decidedRow(proposal, when, { approved: 'Agreed' }),
    ],
  })}${
    proposal.decision === null &&
    html`${!gate.decide.open && shutBecause(model.pack, gate.decide)}${deciding(model, formModel, {
      may,
      ways: [...agree, { value: 'declined', text: 'Decline: it is not done' }],
      hint: 'Needed where you decline it. Where they are against it, say how that was weighed',
      withdraw: paths.withdrawal(model.file.id, proposal.id),
    })}`
  }${history(model, action)}`;
}
