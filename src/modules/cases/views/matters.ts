import { deadline } from '#kit/components/deadline.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  type CasePart,
  levelTag,
  nextNoLonger,
  owedFirst,
  partOf,
  casePaths as paths,
  planStandingLabel,
  promiseInWords,
} from '#modules/case-file/pure.ts';
import type { TeamDuty } from '#modules/contact/index.ts';
import { safeMoment } from '#modules/contact/pure.ts';
import { because, reasonInWords } from '#rules/clauses.ts';
import { dangerOwed, dangerOwedInWords } from '#rules/danger-asked.ts';
import type { Verdict } from '#rules/facts.ts';
import { markOf } from '#rules/held-in-case.ts';
import { momentInWords } from '#rules/moment.ts';

export interface MattersModel extends CaseModel {
  /** Who is on duty, while a contact is owed. */
  readonly duty: TeamDuty | null;
  readonly mayAllocate: Verdict;
  /** The thresholds by which the level that stands was weighed. */
  readonly applied: readonly string[];
}

/** How each part of a case stands, and what is owed in it: all that matters now, in one look. */
export function mattersNow(model: MattersModel): Html {
  const { id } = model.file;
  return html`<h2 class="govuk-heading-m">What matters now</h2>${inSum(model)}${summaryList({
    classes: 'lintel-matters',
    rows: [
      row('Risk', html`${risk(model)}${owedIn(model, 'risk')}`, 'See the risk', paths.risk(id)),
      row(
        'Contact',
        html`${contact(model)}${dangerQuestion(model)}${owedIn(model, 'contact')}`,
        'See the diary',
        paths.diary(id),
      ),
      row('Plan', html`${plan(model)}${owedIn(model, 'plan')}`, 'See the plan', paths.actionPlan(id)),
      row(
        'Safeguarding',
        html`${safeguarding(model)}${owedIn(model, 'safeguarding')}`,
        'See the referrals',
        paths.safeguarding(id),
      ),
      row('Case', html`${lead(model)}${owedIn(model, 'case')}`, 'See the tasks', paths.tasks(id)),
    ],
  })}`;
}

function row(key: string, value: Html, text: string, href: string) {
  return { key: { text: key }, value: { html: value }, actions: { items: [{ text, href }] } };
}

/** `6 promises are owed. 1 is overdue.` */
function inSum({ promises, now }: MattersModel): Html {
  const owed = owedFirst(promises);
  const overdue = owed.filter(({ dueAt }) => Temporal.Instant.compare(dueAt, now) < 0).length;
  if (owed.length === 0) return html`<p class="govuk-body">Nothing is owed in this case at present.</p>`;
  const count = owed.length === 1 ? '1 promise is owed' : `${owed.length} promises are owed`;
  return html`<p class="govuk-body">${count}. ${
    overdue === 0
      ? 'None is overdue.'
      : html`<strong>${overdue} ${overdue === 1 ? 'is' : 'are'} overdue.</strong>`
  }</p>`;
}

function risk({ file, calendar, applied }: MattersModel): Html {
  const { riskLevelAt, riskJudged } = file;
  if (!riskLevelAt) return html`<p class="govuk-body">${levelTag(file)} Help never waits for a rating.</p>`;
  const when = momentInWords(riskLevelAt, calendar);
  return html`<p class="govuk-body">${levelTag(file)} ${
    riskJudged
      ? `Judged on ${when}.`
      : html`Proposed on ${when}. <a class="govuk-link" href="${paths.riskLevel(file.id)}">Judge it today</a>.`
  }</p>${applied.map((each) => html`<p class="govuk-hint">${each}</p>`)}`;
}

function contact(model: MattersModel): Html {
  const { file, calendar, now, duty, pack } = model;
  const { lastContactAt, nextPlannedAt } = file;
  const when = (at: Temporal.Instant) => momentInWords(at, calendar);
  const reasons = nextNoLonger(model);
  const [noLonger] = reasons;
  const past = nextPlannedAt && Temporal.Instant.compare(nextPlannedAt, now) < 0;
  return html`<p class="govuk-body">${
    nextPlannedAt &&
    html`${past ? 'A visit or call was planned for' : 'A visit or call is planned for'}
      <strong>${when(nextPlannedAt)}</strong>. `
  }${
    noLonger &&
    html`<strong>${markOf(reasons)}: decide before then.</strong> ${reasonInWords(pack, noLonger)}
      <a class="govuk-link" href="${paths.diary(file.id)}">Decide about it</a>. `
  }${lastContactAt ? `Last safe contact: ${when(lastContactAt)}.` : 'No safe contact has been made yet.'}${
    !nextPlannedAt && !file.closedAt && ' Nothing is planned yet.'
  }</p>${duty && safeMoment(model, duty)}`;
}

/** Not asked is not fine: it is said until they are asked (V4.1c). */
function dangerQuestion({ file, calendar, now }: MattersModel): Html | undefined {
  if (file.closedAt) return undefined;
  const owed = dangerOwed({ ...file, high: file.riskLevel === 'high' }, now);
  if (owed) return html`<p class="govuk-body"><strong>${dangerOwedInWords(owed, calendar)}</strong></p>`;
  const { dangerAskedAt } = file;
  if (!dangerAskedAt) return undefined;
  return html`<p class="govuk-body">Asked about danger: ${momentInWords(dangerAskedAt, calendar)}.</p>`;
}

function plan({ file, calendar }: MattersModel): Html {
  const { planStanding, planAt } = file;
  if (!planStanding) return html`<p class="govuk-body">Not agreed yet.</p>`;
  const standing = planStandingLabel(planStanding).replace(/^./, (letter) => letter.toUpperCase());
  return html`<p class="govuk-body">${standing}${planAt && `, since ${momentInWords(planAt, calendar)}`}.</p>`;
}

/** What nobody has asked is not fine: it is said until it is known (V3.6, L2.5). */
function safeguarding({ file }: MattersModel): Html {
  const { adultsAtRisk } = file;
  if (adultsAtRisk === 'not_asked')
    return html`<p class="govuk-body">Nobody has asked yet about an adult who needs care or support.</p>`;
  if (adultsAtRisk === 'not_known')
    return html`<p class="govuk-body">Whether an adult needs care or support is not known yet.</p>`;
  return html`<p class="govuk-body">${
    adultsAtRisk === 'yes' ? 'An adult needs care or support.' : 'No adult who needs care or support.'
  }</p>`;
}

/** Whoever may not change the lead is told who may. */
function lead({ file, calendar, pack, mayAllocate }: MattersModel): Html {
  const { leadName, openedAt } = file;
  return html`<p class="govuk-body">${leadName ? `${leadName} leads it.` : 'Nobody leads it yet.'} Opened on
    ${momentInWords(openedAt, calendar)}.</p>${
      !mayAllocate.allowed && html`<p class="govuk-hint">${because(pack, mayAllocate)}</p>`
    }`;
}

function owedIn({ promises, commitmentOf, calendar, now }: MattersModel, part: CasePart): Html | undefined {
  const owed = owedFirst(promises).filter(
    ({ packId, commitment }) => partOf(commitmentOf(packId, commitment)) === part,
  );
  if (owed.length === 0) return undefined;
  return html`<ul class="lintel-owed">${owed.map((promise) => {
    const { title, ...words } = promiseInWords(promise, commitmentOf, calendar, now);
    return html`<li>${title}: ${deadline(words)}</li>`;
  })}</ul>`;
}
