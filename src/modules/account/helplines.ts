/** Where to turn. The number was checked on that day; the organisation's own list may differ. */
export interface Helpline {
  readonly name: string;
  readonly phone: string;
  /** Who it is for. */
  readonly says: string;
  /** When somebody answers; '' where it is not known. */
  readonly hours: string;
  readonly checkedOn: Temporal.PlainDate;
}

const checkedOn = Temporal.PlainDate.from('2026-11-02');

/** A new landlord starts with these (domain reference §16); an administrator keeps them true from then on. */
export const startingHelplines: readonly Helpline[] = [
  {
    name: 'National Domestic Abuse Helpline',
    phone: '0808 2000 247',
    says: 'Free. For women and children, and for anybody worried about them.',
    hours: 'At any hour, every day',
    checkedOn,
  },
  {
    name: 'Men’s Advice Line',
    phone: '0808 801 0327',
    says: 'Free. For men who are being hurt or controlled.',
    hours: '',
    checkedOn,
  },
  {
    name: 'Galop',
    phone: '0800 999 5428',
    says: 'Free. For lesbian, gay, bisexual and transgender people.',
    hours: '',
    checkedOn,
  },
  {
    name: 'Karma Nirvana',
    phone: '0800 5999 247',
    says: 'Free. About so-called honour-based abuse and forced marriage.',
    hours: '',
    checkedOn,
  },
  {
    name: 'Respect Phoneline',
    phone: '0808 802 4040',
    says: 'Free. For people who are worried about their own behaviour.',
    hours: '',
    checkedOn,
  },
];

/** `due`: not looked at for three months (domain reference §13: quarterly); `unchecked`: not for twelve. */
export type CheckStanding = 'checked' | 'due' | 'unchecked';

export function checkStanding(checked: Temporal.PlainDate, today: Temporal.PlainDate): CheckStanding {
  if (Temporal.PlainDate.compare(checked, uncheckedBefore(today)) < 0) return 'unchecked';
  return Temporal.PlainDate.compare(checked, today.subtract({ months: 3 })) < 0 ? 'due' : 'checked';
}

/** Who was looked at before this day and not since is to be warned of. */
export function uncheckedBefore(today: Temporal.PlainDate): Temporal.PlainDate {
  return today.subtract({ months: 12 });
}

/** The digits of a number, by which two spellings of it are the same. */
export function digitsOf(phone: string): string {
  return phone.replace(/\D/g, '');
}

/**
 * Eleven digits; ten for some towns and for older freephone numbers; and the short ones:
 * 116 xxx, 101, 111, 0800 1111.
 */
const dialled = [/^0[1-8]\d{9}$/, /^01\d{8}$/, /^0800\d{6}$/, /^116\d{3}$/, /^1\d{2}$/, /^08001111$/];

/**
 * What is wrong with a number that the public is to ring from a telephone in the United Kingdom, or null. Numbers that
 * cost the caller much are turned away: a bill may tell on somebody, and they may have no money of their own.
 */
export function phoneProblem(phone: string): string | null {
  if (phone === '') return 'Enter the number';
  if (/[^\d ()-]/.test(phone))
    return 'Enter the number as it is dialled in the UK, in digits, such as 0808 2000 247';
  const digits = digitsOf(phone);
  if (/^09|^070/.test(digits)) return 'This number costs the caller too much: find one that is free';
  if (dialled.some((form) => form.test(digits))) return null;
  return 'This is no UK telephone number: see whether a digit is missing or too many';
}
