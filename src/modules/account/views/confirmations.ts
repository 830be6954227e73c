import { button } from '#kit/components/button.ts';
import { decisionFields, proposedRow } from '#kit/components/decision.ts';
import type { FormState } from '#kit/components/form-state.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import type { Role, Verdict } from '#rules/facts.ts';
import { rolesInWords } from '../roles.ts';
import { asking, type Hidden, type Moment } from './parts.ts';

interface Asked {
  readonly id: string;
  readonly kind: 'roles' | 'new_start';
  readonly roles: readonly Role[];
  readonly proposedAt: Temporal.Instant;
  readonly proposedByName: string;
  readonly aboutName: string;
}

export function confirmationsPage(waiting: readonly Asked[], at: Moment): Html {
  return html`<h1 class="govuk-heading-l">To confirm</h1>
<p class="govuk-body">Whoever is to see cases, and whoever sees them and needs a new link to sign in,
  is confirmed by a second person who knows them.</p>
${waiting.length === 0 ? html`<p class="govuk-body">Nothing is waiting.</p>` : waitingTable(waiting, at)}`;
}

function waitingTable(waiting: readonly Asked[], at: Moment): Html {
  return table({
    classes: 'lintel-table--cards',
    head: [{ text: 'Colleague' }, { text: 'What for' }, { text: 'Asked by' }, { text: 'Asked' }],
    firstCellIsHeader: true,
    rows: waiting.map((each) => [
      {
        html: html`<a class="govuk-link" href="/staff/confirmations/${each.id}">${each.aboutName}</a>`,
      },
      { text: whatFor(each) },
      { text: each.proposedByName },
      { text: at(each.proposedAt) },
    ]),
  });
}

function whatFor({ kind, roles }: Asked): string {
  return kind === 'roles' ? rolesInWords(roles) : 'A new link to sign in';
}

export interface ConfirmationModel {
  readonly asked: Asked;
  readonly member: {
    readonly email: string;
    readonly jobTitle: string;
    readonly roles: readonly Role[];
    readonly enrolledAt: Temporal.Instant | null;
  };
  readonly verdict: Verdict;
  readonly form: FormState;
}

export function confirmationPage(
  { asked, member, verdict, form }: ConfirmationModel,
  hidden: Hidden,
  at: Moment,
): Html {
  const { id, aboutName } = asked;
  const account = member.enrolledAt ? `Used since ${at(member.enrolledAt)}` : 'Waits for a link';
  return asking(
    form,
    aboutName,
    html`${summaryList({
      rows: [
        { key: { text: 'What for' }, value: { text: whatFor(asked) } },
        proposedRow(asked, at, 'Asked'),
        { key: { text: 'E-mail address' }, value: { text: member.email } },
        { key: { text: 'Job title' }, value: { text: member.jobTitle || '–' } },
        { key: { text: 'Roles now' }, value: { text: rolesInWords(member.roles) } },
        { key: { text: 'Account' }, value: { text: account } },
      ],
    })}
${insetText({ text: advice(member.enrolledAt !== null) })}
${
  verdict.allowed
    ? decisionForm(`/staff/confirmations/${id}`, form, hidden)
    : html`<p class="govuk-body">${verdict.reason}</p>`
}`,
  );
}

function advice(inUse: boolean): string {
  const know = 'Confirm only for somebody whom you know.';
  return inUse
    ? `${know} Ask them, face to face or by a number that you know, whether this address and this account are theirs.`
    : `${know} You are shown a link, once, and hand it to them yourself: nobody else gets one.`;
}

function decisionForm(action: string, form: FormState, hidden: Hidden): Html {
  return html`<form method="post" action="${action}" novalidate>${hidden()}${decisionFields(
    form,
    {
      legend: 'Do you confirm this?',
      ways: [
        { value: 'confirm', text: 'Yes, I know them and they need it' },
        { value: 'decline', text: 'No' },
      ],
      label: 'Why not',
      hint: 'Only if you do not confirm. Whoever manages sign-ins can read it, so name nobody else',
    },
    { why: 'reason' },
  )}${button({ text: 'Save the decision', preventDoubleClick: true })}</form>`;
}
