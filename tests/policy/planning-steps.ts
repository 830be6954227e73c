import type { Fields } from './form.ts';
import type { Office } from './office.ts';
import { aCase, moment } from './steps.ts';

const days = (...chosen: number[]) => chosen.map(String);

/**
 * May be rung on weekdays between ten and two, never on a Friday,
 * and met at the library; needs a woman who interprets.
 */
const agreed: Fields = {
  channel: 'phone',
  value: '07700 900123',
  'safe1-days': days(1, 2, 3, 4, 5),
  'safe1-from': '10:00',
  'safe1-to': '14:00',
  'never1-days': days(5),
  'never1-from': '00:00',
  'never1-to': '23:59',
  meetingPlace: 'The library in Exampleton, beside the desk',
  agreed: 'yes',
};

/** A phone call of half an hour, to talk. */
export const aCall = (when: string, more: Fields = {}): Fields => ({
  channel: 'call',
  purpose: 'talk',
  ...moment('starts', when),
  length: '30',
  ...more,
});

/** A case in which that was agreed. @returns its path */
export async function anAgreedCase(office: Office, more: Fields = {}): Promise<string> {
  const file = await aCase(office.worker);
  await office.worker.finishes(`${file}/contact/new`, { ...agreed, ...more });
  return file;
}
