/** A number by which somebody could be called, as it is written in a text. */
export interface PhoneWritten {
  readonly at: number;
  readonly written: string;
  /** Its digits alone, as from within the country. */
  readonly digits: string;
}

/** Digits of any script, and what stands between those of one number. */
const run = /\+?\(?\p{Nd}(?:[\s().\-–—/·]{0,3}\p{Nd}){6,}/gu;

const hour = String.raw`(?:[01]?\d|2[0-3])[.:][0-5]\d`;
const day = String.raw`(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])(?:[./-](?:20)?\d\d)?`;
const moments = new RegExp(String.raw`^(?:${day}|20\d\d-\d\d-\d\d|${hour})(?:[\s–—-]+(?:${day}|${hour}))*$`);

/** Seven digits or more that are no day and no hour. */
export function phonesIn(text: string): readonly PhoneWritten[] {
  return [...text.matchAll(run)].flatMap(({ index: at, 0: written }) => {
    const plain = written.replaceAll(/\p{Nd}/gu, digitOf);
    return moments.test(plain) ? [] : [{ at, written, digits: withinCountry(plain) }];
  });
}

/** Each script has its ten digits side by side, the first where a block of sixteen begins, or at its seventh place. */
function digitOf(sign: string): string {
  const place = sign.normalize('NFKC').codePointAt(0) ?? 0;
  const within = place % 16;
  return String(/\p{Nd}/u.test(String.fromCodePoint(place - within)) ? within : within - 6);
}

function withinCountry(written: string): string {
  const digits = written.replace('(0)', '').replaceAll(/\D/g, '');
  return digits.replace(/^(?:00)?440?(?=\d{9,10}$)/, '0');
}
