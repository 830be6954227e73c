import { button } from '#kit/components/button.ts';
import { type FormModel, formItself } from '#kit/components/form.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { type Html, html } from '#kit/html.ts';
import type { Role } from '#rules/facts.ts';
import { rolesInWords } from '../roles.ts';
import { askingWith, type Hidden, type Moment, oneButton } from './parts.ts';
import { type SessionRow, sessionsTable } from './sessions.ts';
import { type Choosable, memberFields } from './staff-form.ts';
import { accountTag, type StaffRow } from './staff-list.ts';

interface Waiting {
  readonly kind: 'roles' | 'new_start';
  readonly roles: readonly Role[];
  readonly proposedAt: Temporal.Instant;
  readonly proposedByName: string;
}

interface Declined {
  readonly kind: 'roles' | 'new_start';
  readonly roles: readonly Role[];
  readonly at: Temporal.Instant;
  readonly reason: string;
}

export interface MemberModel {
  readonly member: StaffRow & { readonly version: number };
  /** What a manager of the team has not decided yet. */
  readonly waiting: readonly Waiting[];
  /** What a manager decided last, where that was a no. */
  readonly declined: Declined | null;
  readonly colleagues: Choosable;
  readonly sessions: readonly SessionRow[];
  readonly form: FormModel;
  /** What somebody else saved meanwhile; null where nobody did. */
  readonly meanwhile: Html | null;
}

export interface Theirs {
  readonly name: string;
  readonly jobTitle: string;
  readonly roles: readonly Role[];
  readonly manager: string;
  readonly deputy: string;
}

export function memberPage(
  { member, waiting, declined, colleagues, sessions, form, meanwhile }: MemberModel,
  hidden: Hidden,
  at: Moment,
): Html {
  const here = `/staff/${member.id}`;
  const heading = html`<p class="govuk-body lintel-address">${member.email} ${accountTag(member)}</p>`;
  if (member.endedAt) {
    return askingWith(
      form,
      member.name,
      html`${heading}<p class="govuk-body">This account ended on ${at(member.endedAt)}.
        Was ${rolesInWords(member.roles)}. What this colleague recorded stays.</p>`,
    );
  }
  const fields = html`${memberFields(form.form, colleagues)}
<p class="govuk-body">Roles count from this colleague’s next page on.</p>
`;
  return html`${askingWith(
    form,
    member.name,
    html`${heading}${waiting.map((each) => waits(each, at))}${declined && saidNo(declined, at)}${meanwhile}
${formItself(form, meanwhile ? 'Save mine instead' : 'Save', fields, { classes: null })}`,
  )}
<h2 class="govuk-heading-m">Signed in at</h2>
${sessionsTable(sessions, (id) => `${here}/sessions/${id}/end`, hidden, at)}
<h2 class="govuk-heading-m">A new start</h2>
<p class="govuk-body">For a lost phone or a forgotten password. Signs them out everywhere;
  password, phone and recovery codes stop working, and a new link lets them choose again.
  For somebody who sees cases, a manager of the team confirms it first and hands the link over.</p>
${oneButton(`${here}/reset`, hidden, { text: 'Make a new link' })}
<h2 class="govuk-heading-m">When somebody leaves</h2>
<p class="govuk-body">First you see what they hold: cases, tasks, visits. Nothing of it is lost.</p>
${button({ text: 'End this account', href: `${here}/leaving`, classes: 'govuk-button--secondary' })}`;
}

function waits({ kind, roles, proposedAt, proposedByName }: Waiting, at: Moment): Html {
  const what = kind === 'roles' ? rolesInWords(roles) : 'A new link';
  return insetText({
    html: html`<p class="govuk-body">${what}: waiting for a manager’s confirmation.
  ${proposedByName} asked on ${at(proposedAt)}.</p>
<p class="govuk-body">Any manager of the team may decide, except ${proposedByName} and this colleague.
  Until then it does not count.</p>`,
  });
}

function saidNo({ kind, roles, at: moment, reason }: Declined, at: Moment): Html {
  const what = kind === 'roles' ? rolesInWords(roles) : 'A new link';
  return insetText({ text: `${what}: not confirmed on ${at(moment)}. ${reason}` });
}

/** A stale edit shows both: what the colleague saved, and below it what was typed here. */
export function memberNow({ name, jobTitle, roles, manager, deputy }: Theirs): Html {
  return insetText({
    html: html`<p class="govuk-body">Somebody else changed this while you were writing.
  Nothing of yours was saved yet. This is what they saved; what you typed is below.</p>
${summaryList({
  rows: [
    { key: { text: 'Name' }, value: { text: name } },
    { key: { text: 'Job title' }, value: { text: jobTitle || '–' } },
    { key: { text: 'Roles' }, value: { text: rolesInWords(roles) } },
    { key: { text: 'Manager' }, value: { text: manager } },
    { key: { text: 'Deputy' }, value: { text: deputy } },
  ],
})}`,
  });
}
