/**
 * A phone number in E.164 (`+447700900123`), however it was written; one without a country is British.
 * @returns null where it cannot be a number: too short, too long, or with letters
 */
export function normalisePhone(written: string): string | null {
  const text = written.trim().replace(/^tel:/i, '').replace('(0)', '');
  if (!/^\+?[\d\s().\-/]+$/.test(text)) return null;
  const international = text.startsWith('+');
  const digits = text.replace(/\D/g, '');
  if (international) return checked(digits);
  if (digits.startsWith('00')) return checked(digits.slice(2));
  if (digits.startsWith('0')) return checked(`44${digits.slice(1)}`);
  // Spreadsheets take the leading nought away.
  if (/^[1237]\d{9}$/.test(digits)) return checked(`44${digits}`);
  return /^44[1-9]\d{8,9}$/.test(digits) ? checked(digits) : null;
}

/** A number of the United Kingdom has nine or ten digits after +44; no number in the world has more than fifteen. */
function checked(digits: string): string | null {
  const country = digits.replace(/^440/, '44');
  const fits = country.startsWith('44') ? /^44[1-9]\d{8,9}$/ : /^[1-9]\d{6,14}$/;
  return fits.test(country) ? `+${country}` : null;
}

/**
 * The beginning of a number, as somebody types it into a search: "07700 900" is `+447700900`.
 * @returns null where it does not look like one
 */
export function phoneBeginning(typed: string): string | null {
  if (!/^\+?[\d\s().-]+$/.test(typed)) return null;
  const digits = typed.replace('(0)', '').replace(/\D/g, '');
  if (typed.trim().startsWith('+')) return `+${digits.replace(/^440/, '44')}`;
  if (digits.startsWith('00')) return `+${digits.slice(2).replace(/^440/, '44')}`;
  return digits.startsWith('0') ? `+44${digits.slice(1)}` : null;
}

/**
 * The end of a number as a beginning: its digits from the last to the first, behind a sign that nothing else has. So
 * the index of beginnings finds who has a number that ends in 0123.
 */
export function phoneEnding(digits: string): string {
  return `~${[...digits.replace(/\D/g, '')].reverse().join('')}`;
}

/** Enough to tell two people apart, too little to ring: a contact that nobody agreed could kill. */
export function maskedPhone(phone: string): string {
  return `ends in ${phone.slice(-3)}`;
}

/** That there is one, and nothing of it: an e-mail address often is a name. */
export function maskedEmail(): string {
  return 'kept back';
}
