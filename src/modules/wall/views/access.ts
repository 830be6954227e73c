import { button } from '#kit/components/button.ts';
import { checkboxes } from '#kit/components/checkboxes.ts';
import { kept, keptChoices } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { select } from '#kit/components/select.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import type { Colleague } from '#modules/account/index.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  type FormModel,
  items,
  casePaths as paths,
  way,
} from '#modules/case-file/pure.ts';
import type { Role, StaffId, Verdict } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { conflictRelations } from '../conflict.ts';
import { paths as wallPaths } from '../paths.ts';
import type { Grant } from '../store/access.ts';
import type { Conflict } from '../store/conflicts.ts';

export interface AccessModel extends CaseModel {
  readonly grants: readonly Grant[];
  readonly conflicts: readonly Conflict[];
  readonly mayGrant: Verdict;
  readonly mayRead: Verdict;
}

/** Who may see this case and why, and who never may (V3.2). */
export function accessPage(model: AccessModel): Html {
  const { file, grants, conflicts, mayGrant, mayRead } = model;
  const open = grants.filter((grant) => grant.endedAt === null);
  const ended = grants.filter((grant) => grant.endedAt !== null);
  return html`${caseHead(model, 'Access', 'Who can see this case')}
<p class="govuk-body">Only people who need to know. Whoever opens a part of this case is recorded.</p>
${grantTable(model, open)}
<div class="govuk-button-group">${way(model.pack, mayGrant, 'Give somebody access', paths.newGrant(file.id))}${way(
    model.pack,
    mayGrant,
    'Keep to named people',
    paths.restriction(file.id),
  )}</div>
<h2 class="govuk-heading-m">Who never sees it</h2>
<p class="govuk-body">A colleague who is somebody in this case, or their relative, neighbour or friend,
  sees nothing of it, whatever else they may do in Lintel.</p>
${conflictTable(model, conflicts)}
${button({ text: 'Record a conflict', href: paths.newConflict(file.id), classes: 'govuk-button--secondary' })}
<p class="govuk-body"><a class="govuk-link" href="${paths.emergency(file.id)}">Emergency access to this case</a></p>
${
  mayRead.allowed &&
  html`<p class="govuk-body"><a class="govuk-link" href="${wallPaths.readers(file.id)}">Who opened this case</a></p>`
}
${ended.length > 0 && html`<h2 class="govuk-heading-m">Access that ended</h2>${endedTable(model, ended)}`}`;
}

const roleNames: Readonly<Partial<Record<Role, string>>> = {
  da_manager: 'Managers of the team',
  da_worker: 'The team',
};

function who({ staffName, role }: Grant): string {
  return staffName ?? (role && roleNames[role]) ?? '';
}

function grantTable({ file, calendar, mayGrant }: AccessModel, grants: readonly Grant[]): Html {
  return table({
    head: [{ text: 'Who' }, { text: 'Why' }, { text: 'Since' }, { text: 'Given by' }, { text: 'Change' }],
    classes: 'lintel-table--cards lintel-table--brief',
    rows: grants.map((grant) => [
      { text: who(grant) },
      { text: grant.reason, classes: 'lintel-cell--words' },
      { text: momentInWords(grant.grantedAt, calendar) },
      { text: grant.grantedByName ?? 'Lintel' },
      {
        classes: 'lintel-cell--bare',
        html: mayGrant.allowed
          ? html`<a class="govuk-link" href="${paths.endGrant(file.id, grant.id)}">End<span
            class="govuk-visually-hidden"> the access of ${who(grant)}</span></a>`
          : html`A manager ends access`,
      },
    ]),
  });
}

function conflictTable({ file, calendar, mayGrant }: AccessModel, conflicts: readonly Conflict[]): Html {
  if (conflicts.length === 0) return html`<p class="govuk-body">No conflict is recorded.</p>`;
  return table({
    head: [{ text: 'Who' }, { text: 'Relation' }, { text: 'Why' }, { text: 'Recorded' }, { text: 'Change' }],
    classes: 'lintel-table--cards lintel-table--brief',
    rows: conflicts.map((conflict) => [
      { text: conflict.staffName },
      { text: labelOf(conflictRelations, conflict.relation), classes: 'lintel-cell--bare' },
      { text: conflict.reason, classes: 'lintel-cell--words' },
      {
        text: `${momentInWords(conflict.recordedAt, calendar)} by ${conflict.recordedByName ?? 'Lintel'}`,
      },
      conflict.endedAt
        ? {
            classes: 'lintel-cell--words',
            text:
              `Ended ${momentInWords(conflict.endedAt, calendar)} by ${conflict.endedByName ?? 'Lintel'}: ` +
              `${conflict.endedReason ?? ''}`,
          }
        : {
            classes: 'lintel-cell--words',
            html: mayGrant.allowed
              ? html`<a class="govuk-link" href="${paths.endConflict(file.id, conflict.id)}">End<span
                class="govuk-visually-hidden"> the conflict of ${conflict.staffName}</span></a>`
              : html`A manager ends a conflict`,
          },
    ]),
  });
}

function endedTable({ calendar }: AccessModel, grants: readonly Grant[]): Html {
  return table({
    head: [{ text: 'Who' }, { text: 'Why it was given' }, { text: 'Ended' }, { text: 'Why it ended' }],
    classes: 'lintel-table--cards lintel-table--brief',
    rows: grants.map((grant) => [
      { text: who(grant) },
      { text: grant.reason, classes: 'lintel-cell--line' },
      {
        text: grant.endedAt
          ? `${momentInWords(grant.endedAt, calendar)} by ${grant.endedByName ?? 'Lintel'}`
          : '',
      },
      { text: grant.endedReason ?? '', classes: 'lintel-cell--line' },
    ]),
  });
}

export function colleagueItems(colleagues: readonly Colleague[]) {
  return [
    { value: '', text: 'Choose a colleague' },
    ...colleagues.map(({ id, name, jobTitle }) => ({
      value: id,
      text: jobTitle ? `${name}, ${jobTitle}` : name,
    })),
  ];
}

const reasonField = ({ form }: FormModel, text: string, hint?: string) =>
  input({
    ...kept(form, 'reason'),
    label: { text, classes: 'govuk-label--s' },
    hint: hint === undefined ? undefined : { text: hint },
  });

export function newGrantPage(model: CaseModel, formModel: FormModel, offered: readonly Colleague[]): Html {
  return html`${caseHead(model, 'Access', 'Give somebody access')}${caseForm(
    formModel,
    'Give access',
    html`${select({
      ...kept(formModel.form, 'staffId'),
      label: { text: 'Colleague', classes: 'govuk-label--s' },
      items: colleagueItems(offered),
    })}${reasonField(formModel, 'Why do they need to know?')}`,
  )}`;
}

export function restrictionPage(model: CaseModel, formModel: FormModel, offered: readonly Colleague[]): Html {
  return html`${caseHead(model, 'Access', 'Keep this case to named people')}
<p class="govuk-body">Only those you tick will see it, and whoever leads it. The team as such will not.</p>${caseForm(
    formModel,
    'Keep to these people',
    html`${checkboxes({
      ...keptChoices(formModel.form, 'staffIds'),
      fieldset: { legend: { text: 'Who still needs to know?', classes: 'govuk-fieldset__legend--s' } },
      classes: 'govuk-checkboxes--small',
      items: offered.map(({ id, name, jobTitle }) => ({
        value: id,
        text: jobTitle ? `${name}, ${jobTitle}` : name,
      })),
    })}${reasonField(formModel, 'Why only these people?')}`,
  )}`;
}

export function endingPage(model: CaseModel, formModel: FormModel, heading: string, whose: string): Html {
  return html`${caseHead(model, 'Access', heading)}<p class="govuk-body"><strong>${whose}</strong></p>${caseForm(
    formModel,
    'End it',
    reasonField(formModel, 'Why?', 'Kept in the record'),
  )}`;
}

/** @param own the colleague asking: unless a manager, they record only for themselves */
export function newConflictPage(
  model: CaseModel,
  formModel: FormModel,
  offered: readonly Colleague[],
  own: StaffId,
): Html {
  const onlyOwn = offered.every((colleague) => colleague.id === own);
  return html`${caseHead(model, 'Access', 'Record a conflict')}
<p class="govuk-body">From that moment the colleague sees nothing of this case.
  If they lead it, a manager is told that it needs a lead.</p>
${
  onlyOwn &&
  html`<p class="govuk-body">You can record that you have a conflict yourself. Tell a manager about anybody else.</p>`
}${caseForm(
  formModel,
  'Record the conflict',
  html`${select({
    ...kept(formModel.form, 'staffId'),
    label: { text: 'Colleague', classes: 'govuk-label--s' },
    items: colleagueItems(offered),
  })}${radios({
    ...kept(formModel.form, 'relation'),
    fieldset: {
      legend: { text: 'How do they stand to somebody in this case?', classes: 'govuk-fieldset__legend--s' },
    },
    classes: 'govuk-radios--small',
    items: items(conflictRelations),
  })}${reasonField(formModel, 'What makes it a conflict?')}`,
)}`;
}
