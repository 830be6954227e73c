import { type CheckedRow, checkRow, type Fields } from './check.ts';
import type { Header } from './headers.ts';
import { normalisePostcode } from './postcode.ts';

export interface HomeRow {
  readonly reference: string;
  /** Under which it stood until now, where the housing system gave it another; else nothing. */
  readonly previousReference: string;
  readonly uprn: string | null;
  readonly addressLines: readonly string[];
  readonly postcode: string;
  readonly localAuthority: string;
}

const addressColumns = [1, 2, 3, 4, 5].map((number) => `address_line_${number}`);

export function checkHome(header: Header, cells: readonly string[]): CheckedRow<HomeRow> {
  return checkRow(header, cells, (fields) => ({
    reference: fields.required('reference', 'A home needs your own reference', 60),
    previousReference: fields.text('previous_reference', 60),
    uprn: uprn(fields),
    addressLines: addressLines(fields),
    postcode: postcode(fields),
    localAuthority: fields.text('local_authority'),
  }));
}

/** A unique property reference number, as text; some systems pad it with noughts. */
function uprn(fields: Fields): string | null {
  const text = fields
    .text('uprn')
    .replace(/\s/g, '')
    .replace(/^0+(?=\d)/, '');
  if (text === '') return null;
  if (/^\d{1,12}$/.test(text)) return text;
  fields.leaveOut(
    'uprn',
    'A UPRN is 1 to 12 digits; a spreadsheet may have changed it. What the register has stays',
  );
  return null;
}

function addressLines(fields: Fields): readonly string[] {
  const lines = addressColumns
    .flatMap((column) => fields.text(column, 500).split(/[\n;]/))
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0) fields.refuse('address_line_1', 'A home needs an address');
  return lines;
}

function postcode(fields: Fields): string {
  const text = fields.required(
    'postcode',
    'A home needs a postcode; for a new building take that of its site',
  );
  const normal = normalisePostcode(text);
  if (normal === null && text !== '') fields.refuse('postcode', 'Not a postcode of the United Kingdom');
  return normal ?? '';
}
