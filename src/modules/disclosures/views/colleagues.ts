import type { FormState } from '#kit/components/form-state.ts';
import { type Html, html } from '#kit/html.ts';
import type { StaffId } from '#rules/facts.ts';
import { relations } from '../lists.ts';
import { conflictRows } from '../named-colleagues.ts';
import type { Asking } from './asking.ts';
import { selectField } from './fields.ts';

/** Somebody whom a form offers by name. */
export interface Offered {
  readonly id: StaffId;
  readonly name: string;
  readonly jobTitle: string;
}

/** Whoever is named here sees nothing of it, from the first moment, whatever else they may see (V3.2). */
export function staffInvolved(
  field: Asking<'disclosure'> | Asking<'concern'>,
  form: FormState,
  colleagues: readonly Offered[],
): Html {
  const choices = colleagues.map(({ id, name, jobTitle }) => ({
    value: id,
    label: jobTitle === '' ? name : `${name}, ${jobTitle}`,
  }));
  return field('staffInvolved', {
    reveals: {
      yes: html`<p class="govuk-body">Whoever you name will not be able to see any of this.</p>${conflictRows.map(
        (row) =>
          html`<div class="govuk-form-group">${selectField(
            form,
            { name: `colleague_${row}`, label: `Colleague ${row}`, choices },
            'Nobody',
          )}${selectField(
            form,
            { name: `relation_${row}`, label: 'How they are involved', choices: relations },
            'Other',
          )}</div>`,
      )}`,
    },
  });
}
