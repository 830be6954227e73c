import assert from 'node:assert/strict';
import { type Fields, fillIn } from './form.ts';
import type { Colleague, Office } from './office.ts';

/** What somebody said on the phone, with no more than must be known. */
export const told: Fields = {
  immediate_danger: 'no',
  route: 'phone',
  verbatim: 'He says I may not see my sister.',
};

/** Writes down a disclosure. @returns its reference, as the receipt gives it, and what the receipt says */
export async function writesDown(
  teller: Colleague,
  more: Fields = {},
): Promise<{ reference: string; receipt: string }> {
  const receipt = await teller.reads(await teller.finishes('/disclosures/new', { ...told, ...more }));
  const reference = /D-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(receipt)?.[0];
  assert.ok(reference, receipt);
  return { reference, receipt };
}

/** Finds it on the triage board. @returns its path */
export async function findsOnBoard(
  reader: Colleague,
  reference: string,
  board = '/disclosures',
): Promise<string> {
  const { body } = await reader.get(board);
  const link = [...body.matchAll(/href="(\/disclosures\/[0-9a-f-]{36})[^"]*"[^>]*>([^<]*)</g)].find(
    ([, , text]) => text?.includes(reference),
  );
  assert.ok(link?.[1], `${reference} is not on the triage board`);
  return link[1];
}

const adults = { person_age: 'adult', alleged_age: 'adult', children: 'no', happened: 'recently' };
/** Two adults who are or were married: the definition is met. */
export const meets: Fields = { ...adults, connection: 'married', definition: 'meets' };
/** Neighbours: it is not domestic abuse, and still needs somebody's help. */
export const neighbours: Fields = {
  ...adults,
  connection: 'not_connected',
  definition: 'not_connected',
  outcome: 'handover',
  handover_to: 'asb',
  handover_contact: 'Rang the duty officer, Mr Stone',
  handover_said: 'The noise at night frightens her, and she wants it to stop',
  safety_step: 'She stays with a friend tonight',
  reached: 'no',
  not_reached_why: 'He is at home with her until Friday',
};

/** Opens a case of what is waiting, with this colleague as lead. @returns the case's path */
export async function opensCase(
  by: Colleague,
  disclosure: string,
  lead: Colleague = by,
  more: Fields = {},
  query = '',
): Promise<string> {
  const answers = { ...meets, outcome: 'new_case', lead_id: lead.staff, ...more };
  const path = await by.finishes(`${disclosure}/triage${query}`, answers);
  assert.match(path, /^\/cases\/[0-9a-f-]{36}$/);
  return path;
}

/** A disclosure written down and made a case at once. @returns the case's path */
export async function aCase(worker: Colleague, more: Fields = {}, decided: Fields = {}): Promise<string> {
  const { reference } = await writesDown(worker, more);
  return opensCase(worker, await findsOnBoard(worker, reference), worker, decided);
}

/** `2026-11-18T10:15` in the four boxes of a moment. */
export function moment(name: string, when: string): Fields {
  const [date = '', time = ''] = when.split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year, [`${name}-time`]: time };
}

/** Records a contact, at which they were asked about danger, or an attempt; what is agreed is still right. */
export async function recordsContact(
  worker: Colleague,
  casePath: string,
  outcome: string,
  when: string,
  more: Fields = {},
) {
  const page = `${casePath}/contacts/new`;
  const asks = (await worker.get(page)).body.includes('name="stillRight"');
  const answers = {
    channel: channelOf[outcome] ?? 'phone',
    whom: outcome === 'someone_else_answered' ? 'somebody_else' : 'person',
    // They rang, came or wrote at an hour of their own choice; a try of ours is a try of ours.
    begunBy: outcome.endsWith('_safely') ? 'them' : 'us',
    outcome,
    notes: 'Nothing more to say of it',
    ...(outcome.endsWith('_safely') && { dangerNow: 'no' }),
    ...(asks && { stillRight: 'same' }),
    ...moment('happened', when),
    ...more,
  };
  if (!leaves.includes(outcome)) return worker.finishes(page, answers);
  // Before anything is agreed, whatever is left behind is against it, and says what is to be done.
  const doNow = 'Ask whether anybody heard or read it';
  const sent = await worker.post(page, { ...answers, doNow });
  assert.equal(sent.statusCode, 303);
  return String(sent.headers.location);
}

const leaves = ['voicemail_left', 'message_sent'];
const channelOf: Readonly<Record<string, string>> = {
  met_safely: 'in_person',
  replied_safely: 'text',
  message_sent: 'text',
};

/** Weekdays between these two times, as the agreement's form takes them. */
export function weekdaysBetween(from: string, to: string): Fields {
  return { 'safe1-days': ['1', '2', '3', '4', '5'], 'safe1-from': from, 'safe1-to': to };
}

/** How the board says that a promise is kept: kept, of ended, by plan, broken, running, overdue; not recorded late. */
export async function boardRow(reader: Colleague, promise = 'Contact on the same working day', period = '') {
  const { body } = await reader.get(`/board${period}`);
  const cells = body.split(promise)[1]?.split('</tr>')[0] ?? '';
  return [...cells.matchAll(/<td[^>]*>(.*?)<\/td>/g)]
    .map(([, cell = '']) => cell.replaceAll(/<[^>]+>/g, ''))
    .filter((_, column) => column !== 2)
    .slice(0, 6);
}

/** Whom people call, and where their post comes back to: one manager proposes it, the other has rung it and agrees. */
export async function setsSender(
  { manager, deputy }: Pick<Office, 'manager' | 'deputy'>,
  returnAddress = 'PO Box 12',
): Promise<string> {
  const callBack = '01632 960 142';
  const why = 'A line of its own, which says nothing of us';
  const proposal = await manager.finishes('/wordings/sender', { callBack, returnAddress, why });
  await deputy.finishes(proposal, { decision: 'approved', why: 'Somebody said hello, and no more' });
  return proposal;
}

/** Writes a message, and answers where the same words or others went a little while ago. @returns its path */
export async function writesMessage(worker: Colleague, file: string, message: Fields): Promise<string> {
  const form = `${file}/messages/new`;
  const sent = await worker.fills(form, message);
  if (sent.statusCode === 303) return String(sent.headers.location);
  const answer = {
    ...(sent.body.includes('name="together"') && { together: 'The day of it changed since' }),
    ...(sent.body.includes('name="again"') && { again: 'yes' }),
  };
  const { action, fields } = fillIn(sent.body, form, answer);
  return String((await worker.post(action, fields)).headers.location);
}

/** Two administrators agree that a system of the landlord may ask by tenancies. @returns its token */
export async function systemMayAsk(office: Office, contacts: readonly string[]): Promise<string> {
  const [proposes, decides] = [
    await office.colleague('administrator'),
    await office.colleague('administrator'),
  ];
  const system = await proposes.finishes('/systems/new', {
    ...{ name: 'Rents', questions: ['tenancy'], contacts, asksWithin: '1', tokenDays: '90' },
    reason: 'Notices and claims are prepared each week',
  });
  await decides.finishes(system, { decision: 'approved' });
  const { body } = await proposes.post(`${system}/token`);
  return /<code[^>]*>([^<]+)</.exec(body)?.[1] ?? '';
}
