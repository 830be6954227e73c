/** No look-alikes: 31 letters and digits; sixteen of them are about 79 bits, beyond guessing. */
const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const length = 16;
export const codesMade = 10;

/** `K7QM-4XDP-…` from random bytes; each byte below the largest multiple of the alphabet gives one character. */
export function recoveryCode(random: Buffer): string {
  const fair = 256 - (256 % alphabet.length);
  const drawn = [...random].filter((byte) => byte < fair).map((byte) => alphabet[byte % alphabet.length]);
  if (drawn.length < length) throw new Error('A recovery code needs more random bytes');
  return grouped(drawn.slice(0, length).join(''));
}

/** A code as somebody typed it: small letters, spaces and missing dashes forgiven; null where it cannot be one. */
export function typedRecoveryCode(typed: string): string | null {
  const characters = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const possible = characters.length === length && [...characters].every((each) => alphabet.includes(each));
  return possible ? grouped(characters) : null;
}

/** The file that keeps them: it says what they are for and no more. */
export function recoveryFile(codes: readonly string[], madeOn: string): string {
  return [
    `Recovery codes, made on ${madeOn}`,
    'Each works once, in place of the code from your phone.',
    '',
    ...codes,
    '',
  ].join('\r\n');
}

function grouped(characters: string): string {
  return characters.replace(/(.{4})(?=.)/g, '$1-');
}
