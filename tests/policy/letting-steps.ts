import type { Fields } from './form.ts';
import type { Colleague } from './office.ts';

export const on = (day: string): Fields => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { 'moves-day': date, 'moves-month': month, 'moves-year': year };
};

/** Tells of a letting, and when they move in. @returns its path */
export const tells = (officer: Colleague, reference: string, day = '2026-12-03') =>
  officer.finishes('/new-lettings/new', { reference, ...on(day) });

export const alone: Fields = { alone: ['yes'], interpreter: 'not_needed' };
/** What somebody, asked alone, wants handed on. */
export const wished: Fields = {
  ...alone,
  agreed: ['yes'],
  immediate_danger: 'no',
  verbatim: 'My husband found my last address. I do not want him to find this one.',
  person_name: 'Zelda Quince',
  safe_to_contact: 'yes',
  contact_channel: 'phone',
  contact_value: '07700 900321',
  contact_times: 'Weekdays before noon',
  contact_do_not: 'No voicemail',
};
