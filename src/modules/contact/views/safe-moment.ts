import { insetText } from '#kit/components/inset-text.ts';
import { type Html, html } from '#kit/html.ts';
import { nameOfWay, several } from '#modules/agreement/pure.ts';
import { type CaseModel, casePaths as paths } from '#modules/case-file/pure.ts';
import { earliestOverAll, earliestOverEach } from '#rules/earliest-way.ts';
import type { Over } from '#rules/ways.ts';
import { capitalised } from '#rules/words.ts';
import { contactDue, dutyFor, whenInWords } from '../safe-moment.ts';
import type { TeamDuty } from '../store/duty.ts';

/**
 * When contact is safe, with the deadline: and where no safe time lies before it, that safety comes first, and the way
 * to a plan that a manager approves (V4.1a).
 */
export function safeMoment(model: CaseModel, { members, spans }: TeamDuty): Html | undefined {
  const { file, agreed, now, calendar, promises, pack } = model;
  if (file.closedAt) return undefined;
  const due = contactDue(promises, pack);
  const duty = dutyFor(file, members, spans);
  const facts = { agreed, now, due, calendar, duty };
  const moment = earliestOverAll(facts);
  const plan = due && planLink(model);
  if (moment.kind === 'none')
    return html`<p class="govuk-body"><strong>No safe moment is known.</strong>
      ${agreed && several(agreed) ? whyOverEach(agreed, facts) : moment.why} ${plan}</p>`;
  const name = members.find((member) => member.id === moment.staffId)?.name ?? 'a colleague';
  const over = overWhich(model, moment.over);
  const there = moment.onCall ? 'on call' : 'on duty';
  const when = html`<strong>${whenInWords(moment, now, calendar)}</strong>, while ${name} is ${there}${over}`;
  if (moment.kind === 'at')
    return html`<p class="govuk-body">Earliest safe moment:
      ${when}.${due && html` Is it not safe after all? ${plan}`}</p>`;
  return insetText({
    html: html`<p class="govuk-body"><strong>The deadline cannot be met safely.</strong>
      ${moment.why} Safety comes before the deadline. ${plan}</p>
      <p class="govuk-body">First safe moment after it: ${when}.</p>`,
  });
}

/** Where several were agreed, which one it is: a moment that is safe for one is not for another. */
function overWhich({ agreed }: CaseModel, over: Over): string {
  return agreed && several(agreed) ? `, over ${nameOfWay(agreed, over)}` : '';
}

/** Why there is none over any of them, each by its name: what would open one opens no other. */
function whyOverEach(
  agreed: NonNullable<CaseModel['agreed']>,
  facts: Parameters<typeof earliestOverEach>[0],
): string {
  return earliestOverEach(facts)
    .map((each) => (each.kind === 'none' ? `${capitalised(nameOfWay(agreed, each.over))}: ${each.why}` : ''))
    .filter(Boolean)
    .join(' ');
}

function planLink({ file }: CaseModel): Html {
  return html`<a class="govuk-link" href="${paths.newPlan(file.id)}">Propose a plan to a manager</a>.`;
}
