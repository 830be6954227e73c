import { button } from '#kit/components/button.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseHead, verbatim } from '#modules/case-file/pure.ts';
import { kindOf, supportPaths } from '#modules/support/pure.ts';
import { dateInWords, dayOfWeekInWords, momentInWords } from '#rules/moment.ts';
import { pounds } from '#rules/pounds.ts';
import { labelOf } from '#rules/words.ts';
import { avoidedKinds, factInWords } from '../avoided.ts';
import { costInWords, hoursInWords, stages, waysKnown, workKinds } from '../kinds.ts';
import { paths } from '../paths.ts';
import type { Avoided } from '../store/avoided.ts';
import type { CaseCost } from '../store/costs.ts';
import type { WorkTime } from '../store/times.ts';

/** An offer that was delivered with a price. */
export interface HelpPaid {
  readonly offerId: string;
  readonly kind: string;
  readonly pence: number;
}

export interface CaseCosts {
  readonly help: readonly HelpPaid[];
  readonly costs: readonly CaseCost[];
  readonly times: readonly WorkTime[];
  readonly avoided: readonly Avoided[];
  /** Whoever looks decides about costs, and may say from which fund one is paid. */
  readonly mayName: (cost: CaseCost) => boolean;
}

const sum = (pence: readonly (number | null)[]) => pence.reduce<number>((all, each) => all + (each ?? 0), 0);

/** What it cost, as far as it is written down; and apart from it what was avoided, as an estimate. */
export function casePage(model: CaseModel, shown: CaseCosts): Html {
  const { id } = model.file;
  const { costs, times, avoided } = shown;
  const first = button({ text: 'Write down a cost', href: paths.newCost(id) });
  const second = { text: 'Write down time', href: paths.newTime(id), classes: 'govuk-button--secondary' };
  const ways = html`<div class="govuk-button-group">${first}${button(second)}</div>`;
  return html`${caseHead(model, 'Costs', 'Costs')}
<p class="govuk-body">What help costs, as far as it is written down. What is not here is not nought. Nobody asks the
person for any of it, and it decides nothing about what they get.</p>
${ways}${inAll(shown)}
<h2 class="govuk-heading-m">Moves, homes and the rest</h2>
${costs.length === 0 ? nothing : costs.map((each) => costShown(model, each, shown.mayName(each)))}
${helpShown(id, shown.help)}
<h2 class="govuk-heading-m">Time</h2>
<p class="govuk-hint">Whose time it was is not kept: it is nobody’s performance.</p>
${
  times.length === 0
    ? nothing
    : html`<ul class="govuk-list govuk-list--spaced">${times.map((each) => timeShown(model, each))}</ul>`
}
<div class="lintel-heading"><h2 class="govuk-heading-m">What may have been avoided</h2><a class="govuk-link"
  href="${paths.newAvoided(id)}">Write it down</a></div>
<p class="govuk-body">An estimate, which is never set off against what was spent. Each rests on something on
record.</p>
${avoided.length === 0 ? nothing : avoided.map((each) => avoidedShown(model, each))}`;
}

const nothing = html`<p class="govuk-body">Nothing is recorded yet.</p>`;

function inAll({ help, costs, times }: CaseCosts): Html {
  const standing = costs.filter(({ struckAt }) => !struckAt);
  const billed = sum(standing.filter(({ stage }) => stage === 'billed').map(({ pence }) => pence));
  const quoted = sum(standing.filter(({ stage }) => stage === 'quoted').map(({ pence }) => pence));
  const worked = times.filter(({ struckAt }) => !struckAt);
  const quarters = sum(worked.map((each) => each.quarters));
  const priced = sum(worked.map(({ pence }) => pence));
  const ofHelp = sum(help.map(({ pence }) => pence));
  const withoutRate = worked.some(({ pence }) => pence === null) ? ' Some of it has no rate yet.' : '';
  return summaryList({
    rows: [
      { key: { text: 'Offers, with a price' }, value: { text: pounds(ofHelp) } },
      { key: { text: 'Moves, homes and the rest' }, value: { text: pounds(billed) } },
      {
        key: { text: 'Time' },
        value: {
          text: quarters === 0 ? pounds(0) : `${pounds(priced)} for ${hoursInWords(quarters)}.${withoutRate}`,
        },
      },
      { key: { text: 'Together' }, value: { text: pounds(ofHelp + billed + priced) } },
      quoted > 0 && { key: { text: 'Quoted, and not counted' }, value: { text: pounds(quoted) } },
    ],
  });
}

interface Written {
  readonly recordedAt: Temporal.Instant;
  readonly recordedByName: string | null;
}

function written({ calendar }: CaseModel, { recordedAt, recordedByName }: Written): Html {
  return html`<br><span class="govuk-hint">Recorded ${momentInWords(recordedAt, calendar)} by
    ${recordedByName ?? 'Lintel'}</span>`;
}

interface Struck {
  readonly struckAt: Temporal.Instant | null;
  readonly struckByName: string | null;
  readonly struckWhy: string;
}

function struck({ calendar }: CaseModel, { struckAt, struckByName, struckWhy }: Struck): Html | null {
  if (!struckAt) return null;
  return html`<p class="govuk-hint">Struck out ${momentInWords(struckAt, calendar)} by ${struckByName ?? 'Lintel'}:
    ${struckWhy}</p>`;
}

const inError = (href: string, what: string) =>
  html`<a class="govuk-link" href="${href}">Recorded in error<span class="govuk-visually-hidden">: ${what}</span></a>`;

function costShown(model: CaseModel, cost: CaseCost, mayName: boolean): Html {
  const { file } = model;
  const said = costInWords(cost);
  const how = `${labelOf(stages, cost.stage)}. ${labelOf(waysKnown, cost.known)}.`;
  const from = cost.fundName ? ` Paid from ${cost.fundName}, as ${cost.fundByName ?? 'Lintel'} says.` : '';
  const forMove = cost.moveWishedOn
    ? ` For the move that they wished for on ${dateInWords(cost.moveWishedOn)}.`
    : '';
  return html`<h3 class="govuk-heading-s">${cost.struckAt ? html`<s>${said}</s>` : said}</h3>
${verbatim(cost.words)}<p class="govuk-body">${dayOfWeekInWords(cost.fellOn)}. ${how}${forMove}${from}${written(
    model,
    cost,
  )}</p>${
    cost.struckAt
      ? struck(model, cost)
      : html`<p class="govuk-body">${
          mayName &&
          html`<a class="govuk-link govuk-!-margin-right-3" href="${paths.fund(file.id, cost.id)}">From which fund<span
  class="govuk-visually-hidden">: ${said}</span></a>`
        }${inError(paths.costCorrection(file.id, cost.id), said)}</p>`
  }`;
}

function helpShown(id: CaseModel['file']['id'], help: readonly HelpPaid[]): Html | false {
  return (
    help.length > 0 &&
    html`<h2 class="govuk-heading-m">Offers, with a price</h2>
<ul class="govuk-list">${help.map(
      ({ offerId, kind, pence }) =>
        html`<li><a class="govuk-link" href="${supportPaths.offer(id, offerId)}">${kindOf(kind).label}</a>,
      ${pounds(pence)}</li>`,
    )}</ul>`
  );
}

function timeShown(model: CaseModel, time: WorkTime): Html {
  const said = `${hoursInWords(time.quarters)}, ${dayOfWeekInWords(time.workedOn)}: ${labelOf(workKinds, time.kind)}`;
  const when = `Recorded ${momentInWords(time.recordedAt, model.calendar)}`;
  if (time.struckAt)
    return html`<li><s>${said}</s><br><span class="govuk-hint">Struck out: ${time.struckWhy}</span></li>`;
  return html`<li>${said}<br><span class="govuk-hint">${when}</span>
    ${inError(paths.timeCorrection(model.file.id, time.id), said)}</li>`;
}

function avoidedShown(model: CaseModel, avoided: Avoided): Html {
  const said = labelOf(avoidedKinds, avoided.kind);
  const counts = !avoided.struckAt && avoided.stands;
  const fact = factInWords(avoided, (kind) => kindOf(kind).label);
  const shows = `${fact}, ${dayOfWeekInWords(avoided.happenedOn)}`;
  const worth =
    avoided.pence === null ? 'The landlord has set no unit cost for it' : `About ${pounds(avoided.pence)}`;
  return html`<h3 class="govuk-heading-s">${counts ? said : html`<s>${said}</s>`}</h3>
${verbatim(avoided.words)}<p class="govuk-body">${avoided.saidBy} says so. What shows it: ${shows}.
${worth}.${written(model, avoided)}</p>${
    !avoided.struckAt &&
    !avoided.stands &&
    html`<p class="govuk-hint">What showed it was struck out since, or what is on record says otherwise by now: it
counts no more.</p>`
  }${
    avoided.struckAt
      ? struck(model, avoided)
      : html`<p class="govuk-body">${inError(paths.avoidedCorrection(model.file.id, avoided.id), said)}</p>`
  }`;
}
