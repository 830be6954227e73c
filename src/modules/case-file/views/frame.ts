import { contactStrip } from '#kit/components/contact-strip.ts';
import { deadline } from '#kit/components/deadline.ts';
import { identityBar } from '#kit/components/identity-bar.ts';
import { personName } from '#kit/components/person-name.ts';
import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import { stripOf } from '#modules/agreement/pure.ts';
import { doubts } from '#rules/gate.ts';
import { markOf } from '#rules/held-in-case.ts';
import { momentInWords } from '#rules/moment.ts';
import { guidanceOnRepeats } from '#rules/repeat.ts';
import { capitalised, labelOf, tenancyTypes, tenures } from '#rules/words.ts';
import { nextNoLonger } from '../next-planned.ts';
import { paths } from '../paths.ts';
import { owedFirst, pressing } from '../promise-parts.ts';
import { promiseInWords } from '../promise-words.ts';
import { repeatWords } from '../repeat.ts';
import { planStandingLabel, stateLabel } from '../states.ts';
import { type CaseModel, nameOf } from './model.ts';
import { partsOfCase, type Section } from './parts-of-case.ts';

/** Above every page of a case: who it is about, and how that person may safely be reached. */
export function caseTop(model: CaseModel): Html {
  const strip = stripOf(model.agreed, model.now, model.calendar);
  return html`${inEmergency(model)}${identity(model)}${contactStrip({
    ...strip,
    facts: strip.facts.map(({ name, value, always = false }) => ({ name, value: { text: value }, always })),
    action: { text: 'Safe contact', href: paths.contact(model.file.id) },
  })}`;
}

/** While it lasts, whoever is in by emergency is told until when, and that it is recorded (V3.2). */
function inEmergency({ file, calendar }: CaseModel): Html | undefined {
  if (file.emergencyUntil === null) return undefined;
  return html`<div class="lintel-emergency" role="region" aria-label="Emergency access">
    <p class="lintel-emergency__text"><strong>Emergency access until
    ${momentInWords(file.emergencyUntil, calendar)}.</strong> Everything that you open is recorded and reviewed.
    <a class="govuk-link" href="${paths.emergency(file.id)}">End it now</a></p></div>`;
}

/** On a phone the overview says it, and every other page begins a little sooner. */
const atDesks = 'lintel-facts__fact--at-desks';

function identity(model: CaseModel): Html {
  const { file, pack, known, calendar } = model;
  const danger =
    file.immediateDanger &&
    html`<a class="govuk-link" href="${paths.danger(file.id)}">${tag({
      text: 'Immediate danger',
      classes: 'govuk-tag--red',
    })}</a>`;
  return identityBar({
    attributes: { role: 'region', 'aria-label': 'Case' },
    title: {
      html: html`${file.reference} ${tag({ text: stateLabel(file.state) })} ${danger}`,
    },
    facts: [
      { name: capitalised(pack.words.person), value: personName(nameOf(known, file)) },
      { name: 'Risk', value: riskInWords(file) },
      {
        name: 'Plan',
        value: file.planStanding ? planStandingLabel(file.planStanding) : 'not agreed',
        classes: atDesks,
      },
      ...(file.nextPlannedAt
        ? [
            {
              name: 'Visit or call planned',
              value: planned(model, momentInWords(file.nextPlannedAt, calendar)),
            },
          ]
        : []),
      {
        name: 'Lead',
        value: file.leadName ?? 'nobody yet',
        ...(file.leadName !== null && { classes: atDesks }),
      },
      { name: 'Home', value: homeInWords(model), classes: atDesks },
      { name: 'Tenure', value: tenureInWords(model), classes: atDesks },
    ],
  });
}

function planned(model: CaseModel, when: string): Html | string {
  const reasons = nextNoLonger(model);
  if (reasons.length === 0) return when;
  return html`${when} <a class="govuk-link" href="${paths.diary(model.file.id)}">${tag({
    text: markOf(reasons),
    classes: 'govuk-tag--red',
  })}</a>`;
}

function riskInWords({ riskLevel, riskJudged }: CaseModel['file']): string {
  if (riskLevel === null) return 'not rated yet';
  return riskJudged ? riskLevel : `${riskLevel} proposed, not judged yet`;
}

/** The address says which home it is; whether anybody may go or write there is said with it. */
export function homeInWords({ home, agreed, file, now }: CaseModel): string {
  const where = whereInWords(file, home);
  if (file.homeKind !== 'register' && file.homeKind !== 'elsewhere') return where;
  const [mayVisit, mayPost] = [agreed?.mayVisit, agreed?.mayPost || agreed?.channel === 'post'];
  const inDoubt = agreed !== null && (mayVisit || mayPost) && doubts(agreed, now).length > 0;
  if (inDoubt || agreed?.movedSince) return `${where} (visits and post: ask again)`;
  const visits = mayVisit ? 'visits agreed' : 'no visits';
  const post = mayPost ? 'post agreed' : 'no post';
  return `${where} (${visits}, ${post})`;
}

/** Where somebody went who moved stands on one page alone, which nobody has open by chance. */
function whereInWords({ homeKind, homeMovedAt }: CaseModel['file'], home: CaseModel['home']): string {
  if (homeKind === 'rather_not') return 'they would rather not say';
  if (homeKind === 'not_known') return 'not known';
  if (homeKind === null) return 'not known yet';
  if (homeMovedAt !== null) return 'moved, address kept back';
  return homeKind === 'register' && home ? home.address : 'outside the register, address kept back';
}

export function tenureInWords({ tenancy }: CaseModel): string {
  if (!tenancy) return 'not known yet';
  const type = labelOf(tenancyTypes, tenancy.tenancyType);
  const holders = tenancy.joint ? 'joint tenancy' : 'sole tenancy';
  return `${labelOf(tenures, tenancy.tenure)}, ${type}, ${holders}`;
}

/**
 * The parts of a case, always in one place; the heading of this part with what may be done, high enough to be seen on a
 * small phone at once; and what presses.
 */
export function caseHead(model: CaseModel, section: Section, heading: string, actions?: Html): Html {
  return html`${partsOfCase(model.file.id, section)}<div class="lintel-heading">
    <h1 class="govuk-heading-l">${heading}</h1>${actions}</div>
  ${standing(model)}${section !== 'Overview' && runningClocks(model)}`;
}

/** Where a case rests, waits to be closed, ended, or comes after another one, every page of it says so. */
function standing({ file, pack, calendar }: CaseModel): Html | undefined {
  const { id, closedAt, pausedAt, state, repeatOf, repeatDefinition, repeatCounts } = file;
  const said =
    (closedAt && `Closed on ${momentInWords(closedAt, calendar)}.`) ||
    (state === 'closing' && 'Closing waits for a manager’s signature.') ||
    (pausedAt && `Resting since ${momentInWords(pausedAt, calendar)}, as the ${pack.words.person} wishes.`);
  if (!said && !repeatOf) return undefined;
  return html`<p class="lintel-standing">${
    said && html`${said} <a class="govuk-link" href="${paths.closing(id)}">Pause and closing</a>`
  }${
    repeatOf &&
    html` ${repeatWords({
      definition: repeatDefinition ?? guidanceOnRepeats,
      counts: repeatCounts ?? true,
    })} <a class="govuk-link" href="${paths.overview(repeatOf)}">The earlier case</a>`
  }</p>`;
}

/** What presses most; the overview says it all, part by part. */
function runningClocks({ file, promises, commitmentOf, calendar, now }: CaseModel): Html | undefined {
  const owed = owedFirst(promises);
  if (owed.length === 0) return undefined;
  const shown = pressing(owed, now);
  const more = owed.length - shown.length;
  return html`<ul class="lintel-clocks" aria-label="Still owed">${shown.map((promise) => {
    const { title, ...words } = promiseInWords(promise, commitmentOf, calendar, now);
    return html`<li class="lintel-clocks__each">${title}: ${deadline(words)}</li>`;
  })}${
    more > 0 &&
    html`<li class="lintel-clocks__each">
      <a class="govuk-link" href="${paths.overview(file.id)}">${more} more, due later</a></li>`
  }<li class="lintel-clocks__sum">
    <a class="govuk-link" href="${paths.overview(file.id)}">${inSum(owed, now)}</a></li></ul>`;
}

/** `5 promises are owed, 1 is overdue`: all that a phone says of them on a page about something else. */
function inSum(owed: readonly { readonly dueAt: Temporal.Instant }[], now: Temporal.Instant): Html {
  const overdue = owed.filter(({ dueAt }) => Temporal.Instant.compare(dueAt, now) < 0).length;
  return html`${owed.length === 1 ? '1 promise is owed' : `${owed.length} promises are owed`}${
    overdue > 0 && html`, <strong>${overdue} ${overdue === 1 ? 'is' : 'are'} overdue</strong>`
  }`;
}
