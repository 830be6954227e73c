import { button } from '#kit/components/button.ts';
import { deadline } from '#kit/components/deadline.ts';
import type { Maybe } from '#kit/components/options.ts';
import { type ShowBecauseOptions, showBecause } from '#kit/components/show-because.ts';
import { type SummaryListRow, summaryList } from '#kit/components/summary-list.ts';
import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import { childInWords } from '#modules/case-file/pure.ts';
import { type ReferralLines, referralLines } from '#modules/safeguarding/pure.ts';
import { reasonInWords } from '#rules/clauses.ts';
import type { Gate } from '#rules/gate.ts';
import type { Pack } from '#rules/pack.ts';
import { childrenOf } from '../children.ts';
import { question, questionNames, saidOf } from '../questions/all.ts';
import { inWords, type Question, type Section } from '../questions/question.ts';
import { saidOfDetail } from '../route-details.ts';
import { questionsOf } from '../route-questions.ts';
import type { DisclosureValue } from '../value.ts';
import { type DecisionLine, decisions } from './decisions.ts';
import { type JoiningPart, joiningSection } from './joining.ts';
import { beforeRinging, type NumbersGiven } from './numbers-given.ts';
import type { PromiseLine } from './promises.ts';
import { written } from './written.ts';

/** A disclosure as it is read; its moments are in words already. */
export interface ShownDisclosure extends Omit<DisclosureValue, 'receivedAt' | 'conflicts' | 'ringAt'> {
  readonly id: string;
  readonly reference: string;
  readonly received: string;
  readonly recorded: string;
  readonly recordedByName: string | null;
  readonly caseId: string | null;
}

export interface DisclosurePage {
  readonly disclosure: ShownDisclosure;
  readonly pack: Pack;
  /** The dangers that were told of, and what was done about each. */
  readonly danger: Html;
  /** Who has it, so that two do not ring; nothing once it was triaged. */
  readonly claim?: Html | undefined;
  readonly promises: readonly PromiseLine[];
  /** Calls that were promised, and what became of each. */
  readonly calls?: Html | undefined;
  /** What came with it, or the way to where that is now. */
  readonly files?: Html | undefined;
  readonly decisions: readonly DecisionLine[];
  /** That the telling was the contact already, or the way to say so. */
  readonly told?: Html | undefined;
  /** A handover that waits for a second person, or did. */
  readonly handover?: Html | undefined;
  /** Colleagues whom the wall keeps out. */
  readonly keptOut: readonly string[];
  /** Safeguarding referrals that are owed, or were made. */
  readonly referrals: ReferralLines;
  readonly joining: JoiningPart;
  /** Whether the way that was named may be used now. */
  readonly gate: Gate;
  /** Whom the register has for what was given. */
  readonly numbers: NumbersGiven;
  /** Whether a reason was given to see the numbers all the same: then they are shown, this once. */
  readonly revealed: boolean;
  /** The form that asks why. */
  readonly asks: Omit<ShowBecauseOptions, 'text' | 'words'>;
}

/** Everything that was told, danger and safe contact first, the words as they were given. */
export function disclosurePage(page: DisclosurePage): Html {
  const { disclosure } = page;
  const rows = (part: Section) => answerRows(page, part);
  return html`<h1 class="govuk-heading-l">${disclosure.reference}</h1>
${page.danger}${page.claim}
${page.promises.map((promise) => html`<p class="govuk-body">${promise.title}: ${deadline(promise)}</p>`)}
${page.calls}
${page.joining.deciding === null && nextStep(disclosure)}
${joiningSection(page.joining, page.pack)}${page.handover}${page.told}
${decisions(page.decisions)}
${
  page.referrals.referrals.length > 0 &&
  html`<h2 class="govuk-heading-m">Safeguarding</h2>${referralLines(page.referrals)}`
}
<h2 class="govuk-heading-m">In their own words</h2>
<blockquote class="lintel-verbatim lintel-verbatim--own">${disclosure.verbatim}</blockquote>
${page.files}
${section('Danger', rows('danger'))}
${section('A safe way to reach them', rows('contact'))}${shownNumbers(page)}${keptBack(page)}
${section('Who and where', rows('who'))}
${section('Children, needs and wishes', [...rows('needs'), ...childRowsOf(disclosure)])}
${section('How we know', [...rows('source'), ...momentRows(disclosure), ...routeRows(page), ...rows('informant')])}
${section('Colleagues involved', [...rows('colleagues'), row('Kept out', page.keptOut.join('; '))])}`;
}

function nextStep({ id, caseId }: ShownDisclosure): Html {
  return caseId
    ? html`<p class="govuk-body"><a class="govuk-link" href="/cases/${caseId}">Go to the case</a></p>`
    : button({ text: 'Decide what happens next', href: `/disclosures/${id}/triage` });
}

function section(title: string, rows: readonly Maybe<SummaryListRow>[]): Html | undefined {
  if (!rows.some(Boolean)) return undefined;
  return html`<h2 class="govuk-heading-m">${title}</h2>${summaryList({ rows })}`;
}

/** Nothing is shown for what nobody said: an empty row would read as a question that was missed. */
function row(key: string, value: string): Maybe<SummaryListRow> {
  return value === '' ? null : { key: { text: key }, value: { html: written(value) } };
}

/** The answers that are read under this heading, in the order in which they are declared. */
function answerRows(page: DisclosurePage, part: Section): readonly Maybe<SummaryListRow>[] {
  const { disclosure: told, pack } = page;
  return questionNames
    .filter((name) => question(name).section === part)
    .map((name) => {
      const { kind, label, evenEmpty, keptBack } = question(name);
      const key = inWords(label, pack.words);
      if (name === 'immediateDanger' && told.immediateDanger === 'yes')
        return { key: { text: key }, value: { html: tag({ text: 'Yes', classes: 'govuk-tag--red' }) } };
      const said = evenEmpty ? kind.says(told[name]) : saidOf(told, name);
      return row(key, shownOr(said, mayShow(page, keptBack)));
    });
}

/** What is of whoever they fear is shown for no reason: nobody’s makes it safe (V3.2, L2.1a). */
function mayShow({ gate, revealed, numbers }: DisclosurePage, keptBack: Question['keptBack']): boolean {
  if (keptBack === 'until-open') return gate.open || (revealed && !numbers.ofFeared);
  return !keptBack || revealed;
}

/** Of every number that stands on this page, to be rung or written to. */
function shownNumbers(page: DisclosurePage): Html | undefined {
  const { contactValue, informantContact, routeDetails } = page.disclosure;
  const { ofPerson, ofInformant } = page.numbers;
  const theirs = (contactValue !== '' || Boolean(routeDetails.call_back)) && mayShow(page, 'until-open');
  const informants = informantContact !== '' && mayShow(page, 'until-asked-for');
  if (!theirs && !informants) return undefined;
  return beforeRinging([...(theirs ? ofPerson : []), ...(informants ? ofInformant : [])]);
}

function shownOr(said: string, shown: boolean): string {
  return shown || said === '' ? said : 'Kept back';
}

/** Why a number is kept back, and the way to it for whoever has a reason (L2.1a). */
function keptBack({
  disclosure: told,
  pack,
  gate,
  revealed,
  asks,
  numbers,
}: DisclosurePage): Html | undefined {
  const { contactValue, informantContact, routeDetails } = told;
  const shut = !gate.open && (contactValue !== '' || Boolean(routeDetails.call_back));
  if (!shut && informantContact === '') return undefined;
  const reasons = gate.open ? [] : gate.reasons;
  return html`${
    shut &&
    html`<p class="govuk-body">
      ${revealed && !numbers.ofFeared ? 'Shown to you this once, outside what was agreed:' : 'The number is kept back:'}
      ${reasons.map((each) => html`${reasonInWords(pack, each)} `)}</p>`
  }${
    !revealed &&
    (informantContact !== '' || !numbers.ofFeared) &&
    showBecause({
      ...asks,
      text: shut && !numbers.ofFeared ? 'Show the number' : 'Show how to reach whoever told us',
      words: true,
    })
  }`;
}

function childRowsOf(told: ShownDisclosure): readonly Maybe<SummaryListRow>[] {
  return childrenOf(told).map((child, index) => row(`Child ${index + 1}`, childInWords(child)));
}

function momentRows({ received, recorded, recordedByName }: ShownDisclosure) {
  return [
    row('First known', received),
    row('Written down', `${recorded}${recordedByName ? ` by ${recordedByName}` : ''}`),
  ];
}

/** What only the way in which it came asks. */
function routeRows(page: DisclosurePage): readonly Maybe<SummaryListRow>[] {
  const { route, routeDetails } = page.disclosure;
  return questionsOf(route).map(({ name, label, keptBack }) =>
    row(label, shownOr(saidOfDetail(routeDetails, name), mayShow(page, keptBack))),
  );
}
