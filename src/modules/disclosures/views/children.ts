import { details } from '#kit/components/details.ts';
import { fieldset } from '#kit/components/fieldset.ts';
import type { FormState } from '#kit/components/form-state.ts';
import { type Html, html } from '#kit/html.ts';
import { childRows } from '../child-rows.ts';
import { lineField } from './fields.ts';

const atFirst = 2;

/**
 * A row for each child, without a script: two, and as many as were written in; the others are folded away, and open
 * once one of them holds something.
 */
export function childrenFields(form: FormState): Html {
  const holds = (row: number) =>
    ['name', 'age', 'school'].some((part) => {
      const field = `child_${row}_${part}`;
      return Boolean(form.values[field]?.length || form.errors[field]);
    });
  const more = childRows.filter((row) => row > atFirst);
  return html`${childRows.filter((row) => row <= atFirst).map((row) => childRow(form, row))}${details({
    summaryText: 'More children',
    html: html`${more.map((row) => childRow(form, row))}`,
    open: more.some(holds),
  })}`;
}

function childRow(form: FormState, row: number): Html {
  const field = (part: string) => `child_${row}_${part}`;
  return fieldset({
    legend: { text: `Child ${row}`, classes: 'govuk-fieldset__legend--s' },
    classes: 'lintel-child',
    html: html`<div class="lintel-thirds">${lineField(form, {
      name: field('name'),
      label: 'Name, or “first child”',
    })}${lineField(form, { name: field('age'), label: 'Age, about, or birth date' })}${lineField(form, {
      name: field('school'),
      label: 'School or nursery',
    })}</div>`,
  });
}
