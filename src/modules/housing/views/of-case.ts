import { button } from '#kit/components/button.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseHead, verbatim } from '#modules/case-file/pure.ts';
import { because } from '#rules/clauses.ts';
import type { CaseId, Verdict } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import { labelOf, tenancyTypes } from '#rules/words.ts';
import { type Listed, type Part, partOf, partsFor } from '../advise.ts';
import { homeLines } from '../on-paper.ts';
import type { HousingOption } from '../option.ts';
import { paths } from '../paths.ts';
import { childrenAnswers, holders, relations, wishes } from '../situation.ts';
import type { Advice } from '../store/advice.ts';
import type { SituationRow } from '../store/situations.ts';
import { adviceShown } from './advice.ts';
import { optionFolded } from './option.ts';

export interface OptionsShown {
  readonly verdict: Verdict;
  readonly listed: readonly Listed[];
  readonly announced: readonly HousingOption[];
}

export interface HousingShown {
  /** Each time that it was written down, the latest first. */
  readonly situations: readonly SituationRow[];
  /** Null: nobody has written down yet how things stand. */
  readonly options: OptionsShown | null;
  readonly advice: readonly Advice[];
}

export const headings: Readonly<Record<Part, string>> = {
  stay: 'To stay safely',
  both: 'Whether they stay or leave',
  leave: 'To leave',
  landlord: 'What can be done about whoever they fear',
};

/** Which options there are, and what was gone through with them. It lists and never picks (V4.3, L2.7e). */
export function casePage(model: CaseModel, { situations, options, advice }: HousingShown): Html {
  const { id } = model.file;
  const [known, ...before] = situations;
  const actions = known
    ? button({ text: 'Write down what was gone through', href: paths.newAdvice(id) })
    : button({ text: 'Write down how things stand', href: paths.situation(id) });
  return html`${caseHead(model, 'Housing options', 'Housing options', actions)}
<p class="govuk-body">What there is, so that they can decide. Nothing here is recommended, and nothing presses.</p>
${known ? situationShown(model, known) : html`<p class="govuk-body">Nobody has written down yet how things stand.</p>`}
${known && options && optionsShown(model, known, options)}
<h2 class="govuk-heading-m">What was gone through</h2>
${
  advice.length === 0
    ? html`<p class="govuk-body">Nothing is recorded yet.</p>`
    : html`${mayStandOnPaper(advice) && onPaperPart(id)}${advice.map((each) => adviceShown(model, each))}`
}
${before.length > 0 && earlier(model, before)}`;
}

/** Of the last talk, as it is given on paper. */
function mayStandOnPaper(advice: readonly Advice[]): boolean {
  const last = advice.find(({ struckAt }) => struckAt === null);
  return last !== undefined && homeLines(last).length > 0;
}

function onPaperPart(id: CaseId): Html {
  return html`<p class="govuk-body">Would they like to keep some of it on paper?
    <a class="govuk-link" href="${paths.onPaper(id)}">Put it on their paper</a>, as it was agreed with them; it says
    nothing of what we could do about whoever they fear.</p>`;
}

function situationShown(model: CaseModel, known: SituationRow): Html {
  return html`<div class="lintel-heading"><h2 class="govuk-heading-m">How things stand</h2><a class="govuk-link"
    href="${paths.situation(model.file.id)}">Change</a></div>
${summaryList({
  rows: [
    { key: { text: 'Tenancy or lease' }, value: { text: labelOf(tenancyTypes, known.tenancyType) } },
    { key: { text: 'Who holds it' }, value: { text: labelOf(holders, known.holder) } },
    { key: { text: 'To whoever they fear' }, value: { text: labelOf(relations, known.relation) } },
    { key: { text: 'Children' }, value: { text: labelOf(childrenAnswers, known.children) } },
    {
      key: { text: 'What they would like' },
      value: {
        html: html`${labelOf(wishes, known.wish)}${known.words.trim() !== '' && verbatim(known.words)}`,
      },
    },
    { key: { text: 'Written down' }, value: { text: writtenDown(model, known) } },
  ],
})}`;
}

function writtenDown(
  { calendar }: Pick<CaseModel, 'calendar'>,
  { recordedAt, recordedByName }: SituationRow,
): string {
  return `${momentInWords(recordedAt, calendar)} by ${recordedByName ?? 'Lintel'}`;
}

function optionsShown(
  { pack }: CaseModel,
  { wish }: SituationRow,
  { verdict, listed, announced }: OptionsShown,
): Html {
  if (!verdict.allowed) return insetText({ text: because(pack, verdict) });
  return html`${partsFor(wish).map((part) => {
    const these = listed.filter(({ option }) => partOf(option) === part);
    if (these.length === 0) return undefined;
    return html`<h2 class="govuk-heading-m">${headings[part]}</h2>${
      part === 'landlord' &&
      html`<p class="govuk-body">Only past the gate of our policy: nothing goes on that may raise the risk, whatever
        else speaks for it (${pack.perpetratorGate.clause}).</p>`
    }${these.map(optionFolded)}`;
  })}${
    announced.length > 0 &&
    insetText({
      html: html`<p class="govuk-body"><strong>Not law yet</strong></p>${announced.map(
        ({ law, called, plain }) => html`<p class="govuk-body">${law}: ${called}. ${plain}</p>`,
      )}`,
    })
  }`;
}

function earlier(model: CaseModel, before: readonly SituationRow[]): Html {
  return html`<h2 class="govuk-heading-m">How things stood before</h2>
<ul class="govuk-list govuk-list--spaced">${before.map(
    (known) => html`<li>${labelOf(tenancyTypes, known.tenancyType)}. ${labelOf(holders, known.holder)}.
      ${labelOf(relations, known.relation)}. ${labelOf(wishes, known.wish)}.${
        known.words.trim() !== '' && verbatim(known.words)
      }<span class="govuk-hint">Written down ${writtenDown(model, known)}</span></li>`,
  )}</ul>`;
}
