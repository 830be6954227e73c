import { type CheckedRow, checkRow, type Fields } from './check.ts';
import type { Header } from './headers.ts';
import { normalisePhone } from './phone.ts';
import { visible } from './visible.ts';

export interface PersonRow {
  readonly reference: string;
  /** Under which it stood until now, where the housing system gave it another; else nothing. */
  readonly previousReference: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly alsoKnownAs: readonly string[];
  readonly dateOfBirth: Temporal.PlainDate | null;
  /** E.164 */
  readonly phones: readonly string[];
  readonly emails: readonly string[];
}

/** A phone or date that cannot be read is left out and reported; the person is never missing because of it. */
export function checkPerson(
  header: Header,
  cells: readonly string[],
  today: Temporal.PlainDate,
): CheckedRow<PersonRow> {
  return checkRow(header, cells, (fields) => {
    const givenName = visible(fields.text('given_name', 100));
    const familyName = visible(fields.text('family_name', 100));
    if (givenName === '' && familyName === '') fields.refuse('family_name', 'A person needs a name');
    return {
      reference: fields.required('reference', 'A person needs your own reference', 60),
      previousReference: fields.text('previous_reference', 60),
      givenName,
      familyName,
      alsoKnownAs: fields
        .list('also_known_as')
        .map(visible)
        .filter((name) => name !== ''),
      dateOfBirth: dateOfBirth(fields, today),
      phones: phones(fields),
      emails: emails(fields),
    };
  });
}

function dateOfBirth(fields: Fields, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const date = fields.date('date_of_birth', 'leave-out');
  if (date === null) return null;
  if (Temporal.PlainDate.compare(date, today) <= 0 && date.year > today.year - 125) return date;
  fields.leaveOut('date_of_birth', 'Not in the lifetime of anybody living');
  return null;
}

function phones(fields: Fields): readonly string[] {
  const written = fields
    .list('phones')
    .flatMap((phone) => phone.split(','))
    .filter((phone) => phone.trim() !== '');
  const normal = written.map(normalisePhone);
  const unreadable = normal.filter((phone) => phone === null).length;
  if (unreadable > 0)
    fields.leaveOut('phones', `${unreadable} of ${written.length} cannot be read as a phone number`);
  return [...new Set(normal.filter((phone) => phone !== null))];
}

function emails(fields: Fields): readonly string[] {
  const written = fields.list('emails').map((email) => email.toLowerCase());
  const good = written.filter((email) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email));
  if (good.length < written.length)
    fields.leaveOut('emails', `${written.length - good.length} of ${written.length} is not an email address`);
  return good;
}
