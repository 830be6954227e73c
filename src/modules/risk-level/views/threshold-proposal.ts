import { decidedRow, decisionFields, proposedRow, withdrawal } from '#kit/components/decision.ts';
import { aboveForm, type FormModel, formItself } from '#kit/components/form.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { verbatim } from '#kit/components/verbatim.ts';
import { type Html, html } from '#kit/html.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import { dateInWords } from '#rules/moment.ts';
import type { Pack } from '#rules/pack.ts';
import { capitalised } from '#rules/words.ts';
import { thresholdPaths as paths } from '../paths.ts';
import type { ThresholdOnFile } from '../store/thresholds.ts';
import { type LocalRules, rulesInWords, rulesOf } from '../threshold.ts';
import { held } from './thresholds.ts';

export interface ThresholdProposal {
  readonly threshold: ThresholdOnFile;
  /** Null: everywhere that has none of its own. */
  readonly area: string | null;
  /** What makes fewer people high or medium, while it waits. */
  readonly fewer: readonly string[];
  /** What holds there today for that instrument. */
  readonly now: LocalRules;
  readonly pack: Pack;
  readonly mayDecline: Verdict;
  readonly mayWithdraw: Verdict;
  readonly withdrawing: { readonly csrf: string; readonly submissionId: string; readonly version: number };
  readonly when: (at: Temporal.Instant) => string;
}

/** By which fewer people would be high or medium: who wants it, why, what holds meanwhile, and the decision. */
export function thresholdProposalPage(model: ThresholdProposal, form: FormModel): Html {
  const { threshold, area, fewer, now, when } = model;
  const { decision, effectiveFrom, source, reason } = threshold;
  return html`${aboveForm(form)}<h1 class="govuk-heading-l">A threshold that two people agree to</h1>${summaryList(
    {
      rows: [
        { key: { text: 'Where' }, value: { text: area ?? 'Everywhere that has none of its own' } },
        {
          key: { text: 'What' },
          value: {
            text:
              threshold.instrument === 'dash'
                ? (held(rulesOf(threshold))[0]?.text ?? '')
                : `${capitalised(rulesInWords(rulesOf(threshold)))}.`,
          },
        },
        {
          key: { text: 'From' },
          value: { text: effectiveFrom ? dateInWords(effectiveFrom) : 'An unknown day' },
        },
        { key: { text: 'Source' }, value: { text: source } },
        proposedRow(threshold, when),
        { key: { text: 'Why' }, value: { html: verbatim(reason) } },
        decidedRow(threshold, when, { approved: 'Agreed' }),
        fewer.length > 0 && {
          key: { text: 'Fewer people would be high or medium' },
          value: { text: `${capitalised(fewer.join('; '))}.` },
        },
        { key: { text: 'What holds there today' }, value: { text: today(now) } },
      ],
    },
  )}${decision === null && decide(model, form)}`;
}

function today(now: LocalRules): string {
  if (now.bands.length === 0) return 'Nobody has set one for this tool.';
  return `${capitalised(rulesInWords(now))}.`;
}

function decide(
  { threshold, pack, mayDecline, mayWithdraw, withdrawing }: ThresholdProposal,
  form: FormModel,
) {
  if (!mayDecline.allowed)
    return html`<p class="govuk-body">${because(pack, mayDecline)}</p>${
      mayWithdraw.allowed && withdrawal(paths.withdrawThreshold(threshold.id), withdrawing)
    }`;
  const fields = decisionFields(form.form, {
    legend: 'Is it to hold?',
    ways: [
      { value: 'approved', text: 'Yes, I agree' },
      { value: 'declined', text: 'No' },
    ],
    hint: 'A no says why. It is kept, and whoever proposed it reads it',
  });
  return html`<p class="govuk-body">It holds from the day on which you agree, at the earliest. Nobody’s
    level falls by it alone.</p>${formItself(form, 'Save the decision', fields)}`;
}
