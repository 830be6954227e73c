import { button } from '#kit/components/button.ts';
import { deadline } from '#kit/components/deadline.ts';
import type { Maybe } from '#kit/components/options.ts';
import { type ShowBecauseOptions, showBecause } from '#kit/components/show-because.ts';
import { type SummaryListRow, summaryList } from '#kit/components/summary-list.ts';
import { tag } from '#kit/components/tag.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import { reasonInWords } from '#rules/clauses.ts';
import type { Gate } from '#rules/gate.ts';
import type { Pack, Words } from '#rules/pack.ts';
import { abuseTypes, capitalised, connections, labelOf, routes, toldBy } from '#rules/words.ts';
import { indicators } from '../indicators.ts';
import { ageBands, answerLabel, contactChannels, whenHappened } from '../lists.ts';
import { questionsOf } from '../route-questions.ts';
import type { DisclosureValue } from '../value.ts';
import { type DecisionLine, decisions } from './decisions.ts';
import type { PromiseLine } from './promises.ts';
import { written } from './written.ts';

/** A disclosure as it is read; its moments are in words already. */
export interface ShownDisclosure extends Omit<DisclosureValue, 'receivedAt' | 'conflicts'> {
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
  readonly promises: readonly PromiseLine[];
  readonly decisions: readonly DecisionLine[];
  /** Colleagues whom the wall keeps out. */
  readonly keptOut: readonly string[];
  /** Whether the way that was named may be used now. */
  readonly gate: Gate;
  /** Whether a reason was given to see the numbers all the same: then they are shown, this once. */
  readonly revealed: boolean;
  /** The form that asks why. */
  readonly asks: Omit<ShowBecauseOptions, 'text' | 'words'>;
}

/** Everything that was told, danger and safe contact first, the words as they were given. */
export function disclosurePage(page: DisclosurePage): Html {
  const { disclosure, pack } = page;
  return html`<h1 class="govuk-heading-l">${disclosure.reference}</h1>
${disclosure.immediateDanger === 'yes' && warningText({ text: 'Immediate danger was reported. Make sure that it was acted upon before anything else.' })}
${page.promises.map((promise) => html`<p class="govuk-body">${promise.title}: ${deadline(promise)}</p>`)}
${nextStep(disclosure)}
${decisions(page.decisions)}
<h2 class="govuk-heading-m">In their own words</h2>
<blockquote class="lintel-verbatim">${disclosure.verbatim}</blockquote>
${section('Danger', dangerRows(disclosure))}
${section('A safe way to reach them', contactRows(page))}${keptBack(page)}
${section('Who and where', whoRows(disclosure, pack.words))}
${section('Children, needs and wishes', needRows(disclosure))}
${section('How we know', sourceRows(page))}
${section('Colleagues involved', [
  row('Does this involve anyone who works for us?', answerLabel(disclosure.staffInvolved)),
  row('Kept out', page.keptOut.join('; ')),
])}`;
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

function dangerRows(told: ShownDisclosure): readonly Maybe<SummaryListRow>[] {
  const danger = told.immediateDanger;
  return [
    {
      key: { text: 'Immediate danger' },
      value:
        danger === 'yes'
          ? { html: tag({ text: 'Yes', classes: 'govuk-tag--red' }) }
          : { text: answerLabel(danger) },
    },
    row('What was done', told.dangerResponse),
  ];
}

function contactRows({ disclosure: told, gate, revealed }: DisclosurePage): readonly Maybe<SummaryListRow>[] {
  return [
    row('Is there a safe way?', answerLabel(told.safeToContact)),
    row('How', told.contactChannel && labelOf(contactChannels, told.contactChannel)),
    row('Number, address or place', valueOr(told.contactValue, gate.open || revealed)),
    row('When', told.contactTimes),
    row('Who else can hear, see or answer', told.whoCanHear),
    row('What we must not do', told.contactDoNot),
  ];
}

function valueOr(value: string, shown: boolean): string {
  return shown || value === '' ? value : 'Kept back';
}

/** Why a number is kept back, and the way to it for whoever has a reason (L2.1a). */
function keptBack({ disclosure: told, pack, gate, revealed, asks }: DisclosurePage): Html | undefined {
  const { contactValue, informantContact, routeDetails } = told;
  const shut = !gate.open && (contactValue !== '' || Boolean(routeDetails.call_back));
  if (!shut && informantContact === '') return undefined;
  const reasons = gate.open ? [] : gate.reasons;
  return html`${
    shut &&
    html`<p class="govuk-body">${revealed ? 'Shown to you this once, outside what was agreed:' : 'The number is kept back:'} ${reasons.map((each) => html`${reasonInWords(pack, each)} `)}</p>`
  }${!revealed && showBecause({ ...asks, text: shut ? 'Show the number' : 'Show how to reach whoever told us', words: true })}`;
}

function whoRows(told: ShownDisclosure, words: Words): readonly Maybe<SummaryListRow>[] {
  return [
    row(capitalised(words.person), told.personName),
    row('Age when it happened', known(labelOf(ageBands, told.personAge), told.personAge)),
    row('Where', told.address),
    row('Who is causing harm, as it was said', told.allegedName),
    row('Their age when it happened', known(labelOf(ageBands, told.allegedAge), told.allegedAge)),
    row('How they are connected', told.connection && labelOf(connections, told.connection)),
    row('When it happened', known(labelOf(whenHappened, told.happened), told.happened)),
    row('Kind of abuse', told.abuseTypes.map((type) => labelOf(abuseTypes, type)).join('; ')),
    row('Noticed', told.indicators.map((sign) => labelOf(indicators, sign)).join('; ')),
  ];
}

function known(label: string, value: string): string {
  return value === 'not_known' ? '' : label;
}

function needRows(told: ShownDisclosure): readonly Maybe<SummaryListRow>[] {
  return [
    row('Children', answerLabel(told.children)),
    row('About the children', told.childrenDetails),
    row('Pregnant', told.pregnant === 'not_asked' ? '' : answerLabel(told.pregnant)),
    row('What they need from us', told.accessNeeds),
    row('Whom we may tell', told.viewsOnSharing),
    row('What was promised', told.promised),
  ];
}

function sourceRows({ disclosure: told, gate, revealed }: DisclosurePage): readonly Maybe<SummaryListRow>[] {
  const shown = (name: string) => name !== 'call_back' || gate.open || revealed;
  const details = questionsOf(told.route).map(({ name, label }) =>
    row(label, valueOr(told.routeDetails[name] ?? '', shown(name))),
  );
  return [
    row('How it came in', labelOf(routes, told.route)),
    row('Who told us', labelOf(toldBy, told.toldBy)),
    row('First known', told.received),
    row('Written down', `${told.recorded}${told.recordedByName ? ` by ${told.recordedByName}` : ''}`),
    ...details,
    row('Who told us, never to be named', told.informantName),
    row('How to reach whoever told us', valueOr(told.informantContact, revealed)),
    row(
      'Does the person know that we were told?',
      told.informantKnown === 'not_asked' ? '' : answerLabel(told.informantKnown),
    ),
  ];
}
