import { decidedRow, proposedRow } from '#kit/components/decision.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, deciding, type FormModel, verbatim } from '#modules/case-file/pure.ts';
import type { Verdict } from '#rules/facts.ts';
import { dateInWords, momentInWords } from '#rules/moment.ts';
import { labelOf, tenancyTypes } from '#rules/words.ts';
import { paths } from '../paths.ts';
import { securityInWords } from '../security.ts';
import type { LesserRow, Offer } from '../store/rows.ts';
import { movesHead } from './shared.ts';

const legal = { had: 'They have had it', wants: 'They would like it', not_wanted: 'They decided against it' };

/** What a manager decides about: what they would lose, what they said, and why nothing as secure is offered. */
export function lesserDecisionPage(
  model: CaseModel,
  formModel: FormModel,
  offer: Offer,
  proposal: LesserRow,
  may: Verdict,
): Html {
  const when = (instant: Temporal.Instant) => momentInWords(instant, model.calendar);
  return html`${movesHead(model, 'A home that is less secure')}${summaryList({
    rows: [
      { key: { text: 'Home' }, value: { text: offer.home } },
      {
        key: { text: 'Tenancy' },
        value: {
          text: `${labelOf(tenancyTypes, offer.offeredType)}; they hold: ${labelOf(tenancyTypes, offer.heldType)}`,
        },
      },
      { key: { text: 'Security' }, value: { text: securityInWords[offer.security] } },
      {
        key: { text: 'What they said' },
        value: { html: html`${verbatim(proposal.words)}${dateInWords(proposal.askedOn)}` },
      },
      { key: { text: 'Independent advice' }, value: { text: `Offered. ${legal[proposal.legal]}` } },
      { key: { text: 'Why none as secure' }, value: { html: verbatim(proposal.why) } },
      proposedRow(proposal, when, 'Put to a manager'),
      decidedRow(proposal, when, { approved: 'Agreed' }),
    ],
  })}${
    proposal.decision === null &&
    deciding(model, formModel, {
      may,
      ways: [
        { value: 'approved', text: 'Agree: they may accept it' },
        { value: 'declined', text: 'Decline: a home as secure is looked for' },
      ],
      hint: 'Needed either way: it may be asked years later',
      withdraw: paths.withdrawal(model.file.id, proposal.id),
    })
  }`;
}
