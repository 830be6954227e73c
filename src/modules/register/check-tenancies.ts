import { type Choice, tenancyTypes, tenures } from '#rules/words.ts';
import { type CheckedRow, checkRow, type Fields } from './check.ts';
import { compact } from './fold.ts';
import type { Header } from './headers.ts';

export interface TenancyRow {
  readonly reference: string;
  readonly homeReference: string;
  readonly tenure: string;
  readonly tenancyType: string;
  readonly startedOn: Temporal.PlainDate | null;
  readonly endedOn: Temporal.PlainDate | null;
  readonly tenantReferences: readonly string[];
}

export interface ResidentRow {
  readonly homeReference: string;
  readonly personReference: string;
  readonly relation: string;
  readonly from: Temporal.PlainDate | null;
  readonly to: Temporal.PlainDate | null;
}

export function checkTenancy(header: Header, cells: readonly string[]): CheckedRow<TenancyRow> {
  return checkRow(header, cells, (fields) => {
    const tenantReferences = fields.list('tenant_references');
    if (tenantReferences.length === 0)
      fields.refuse('tenant_references', 'A tenancy needs the reference of each of its tenants');
    const [startedOn, endedOn] = period(fields, 'started_on', 'ended_on');
    return {
      reference: fields.required('reference', 'A tenancy needs your own reference', 60),
      homeReference: fields.required('home_reference', 'A tenancy needs the reference of its home', 60),
      tenure: listed(fields, 'tenure', tenures),
      tenancyType: listed(fields, 'tenancy_type', tenancyTypes),
      startedOn,
      endedOn,
      tenantReferences,
    };
  });
}

export function checkResident(header: Header, cells: readonly string[]): CheckedRow<ResidentRow> {
  return checkRow(header, cells, (fields) => {
    const [from, to] = period(fields, 'from', 'to');
    return {
      homeReference: fields.required('home_reference', 'Say in which home, by its reference', 60),
      personReference: fields.required('person_reference', 'Say who lives there, by their reference', 60),
      relation: fields.text('relation', 60),
      from,
      to,
    };
  });
}

/** An end that cannot be read is refused: taking a tenancy that has ended for one that has not is worse than no row. */
function period(
  fields: Fields,
  fromColumn: string,
  toColumn: string,
): readonly [Temporal.PlainDate | null, Temporal.PlainDate | null] {
  const from = fields.date(fromColumn, 'leave-out');
  const to = fields.date(toColumn, 'refuse');
  if (from && to && Temporal.PlainDate.compare(to, from) < 0)
    fields.refuse(toColumn, 'It ends before it begins');
  return [from, to];
}

/** The stored value, or its label as a person reads it: `assured_periodic` or "Assured, periodic". */
function listed(fields: Fields, column: string, choices: readonly Choice[]): string {
  const text = compact(fields.text(column));
  if (text === '') return 'not_known';
  const found = choices.find(({ value, label }) => compact(value) === text || compact(label) === text);
  if (found) return found.value;
  fields.leaveOut(column, `Not one of: ${choices.map(({ value }) => value).join(', ')}`);
  return 'not_known';
}
