import { randomBytes } from 'node:crypto';
import type { ClientBase } from 'pg';
import { newId } from '#kit/ids.ts';
import { marker, type Scope } from './secrets.ts';

export type Given = Readonly<Record<string, unknown>>;

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly defaulted: boolean;
  /** What a check allows, where it lists values. */
  readonly allowed: readonly string[];
}

/** Columns that hold a code, not anybody's words; a value that pages can show. Every other text is planted. */
const codes: Given = {
  'case_access.role': null,
  'case_entry.disclosable_to': ['person', 'agencies'],
  'case_entry.kind': 'note',
  'case_entry.pack_id': 'vivid-2023',
  'case_entry.pack_version': '2023-01',
  'case_entry.source': 'person',
  'case_file.pack_id': 'vivid-2023',
  'case_file.pack_version': '2023-01',
  'case_person.connection': 'partner',
  'contact.channel': 'phone',
  'contact.against': [],
  'contact.outcome': 'voicemail',
  'contact_plan.decision': null,
  'contact_shown.channel': 'phone',
  'contact_shown.disclosure_id': null,
  'contact_shown.reason': 'other',
  'disclosure.abuse_types': ['economic'],
  'disclosure.children_told': '[]',
  'disclosure.conflicts': '[]',
  'disclosure.connection': 'partner',
  'disclosure.contact_channel': 'phone',
  'disclosure.indicators': [],
  'disclosure.matched': '[]',
  'disclosure.route': 'phone',
  'entry_audience.disclosable_to': ['person', 'agencies'],
  'event.name': 'case.viewed',
  'kept_file.media_type': 'image/jpeg',
  'kept_file.source': 'person',
  'hold_asked.told': 'A',
  'marker.audiences': ['repairs'],
  'marker.text': 'Two people attend',
  'notification.kind': 'triage_waiting',
  'message.language': 'en',
  'message_wording.channel': 'letter',
  'message_wording.key': 'our-own',
  'message_wording.language': 'en',
  'obligation.by_plan': [],
  'obligation.outcome': null,
  'obligation.pack_id': 'vivid-2023',
  'obligation.pack_version': '2023-01',
  'obligation.stops': ['contact.made'],
  'person.phones': ['+447700900123'],
  'person_match.decision': null,
  'planned_contact.purpose': 'talk',
  'property.postcode': 'ZZ1 1ZZ',
  'property.uprn': null,
  'risk_answer.item': '1',
  'risk_assessment.instrument': 'dash',
  'risk_assessment.instrument_version': 'lintel-1',
  'risk_instrument.base_version': 'lintel-1',
  'risk_instrument.instrument': 'dash',
  'safe_contact.channel': 'phone',
  'agreed_way.never': '[]',
  'agreed_way.windows': '[]',
  'safe_contact.never': '[]',
  // all day, every day: what is agreed is there to be seen by whoever may
  'safe_contact.windows': '[{"days":[1,2,3,4,5,6,7],"from":"00:00","to":"23:59"}]',
  'staff.roles': ['colleague'],
  'tenancy.tenancy_type': 'assured',
  'tenancy.tenure': 'general_needs',
  'wording_withdrawal.key': 'our-own',
  'wording_withdrawal.language': 'en',
};

/** Every column of the organisation's tables, as the migrated database has them. */
export async function readColumns(client: ClientBase): Promise<readonly Column[]> {
  const { rows } = await client.query<Omit<Column, 'allowed'> & { check: string | null }>(
    `select c.relname as table, a.attname as name, format_type(a.atttypid, -1) as type, a.attnotnull as required,
        a.atthasdef as defaulted, (select pg_get_constraintdef(k.oid) from pg_constraint k
          where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] limit 1) as check
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
        and a.attgenerated = ''
        and a.attgenerated = ''
      order by c.relname, a.attnum`,
  );
  return rows.map(({ check, ...column }) => ({
    ...column,
    allowed: [...(check?.split('ARRAY')[1] ?? '').matchAll(/'([^']*)'::/g)].map(([, value]) => value ?? ''),
  }));
}

/** Plants one row: each text that is nobody's code becomes a marker, whatever columns there will ever be. */
export async function plantRow(
  client: ClientBase,
  columns: readonly Column[],
  scope: Scope,
  table: string,
  given: Given,
): Promise<void> {
  const own = columns.filter((column) => column.table === table);
  if (own.length === 0) throw new Error(`There is no table ${table}`);
  const entries = own
    .map((column) => [column.name, value(column, scope, given)] as const)
    .filter(([, filled]) => filled !== undefined);
  const names = entries.map(([name]) => name).join(', ');
  const places = entries.map((_, index) => `$${index + 1}`).join(', ');
  await client.query(
    `insert into ${table} (${names}) values (${places})`,
    entries.map(([, filled]) => filled),
  );
}

function value(column: Column, scope: Scope, given: Given): unknown {
  const place = `${column.table}.${column.name}`;
  if (column.name in given) return given[column.name];
  if (place in codes) return codes[place];
  if (column.allowed.length > 0) return column.required ? column.allowed[0] : undefined;
  const planted = marker(scope, column.table, column.name);
  if (column.type === 'text') return planted;
  if (column.type === 'text[]') return [planted];
  if (column.name === 'learners') return JSON.stringify([{ who: planted, why: planted, how: 'could' }]);
  if (column.type === 'jsonb') return JSON.stringify({ planted });
  return column.required && !column.defaulted ? filler(column.type) : undefined;
}

/** What a column needs when nobody says: something, of its type. */
function filler(type: string): unknown {
  if (type === 'uuid') return newId();
  if (type === 'bytea') return randomBytes(32);
  if (type === 'timestamp with time zone') return '2026-11-18T09:00:00Z';
  if (type === 'timestamp with time zone[]') return ['2026-11-18T09:00:00Z'];
  if (type === 'date') return '2026-11-18';
  if (type === 'boolean') return true;
  return 1;
}
