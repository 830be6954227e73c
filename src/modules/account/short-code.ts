/** What a person choosing one is told. */
export const shortCodeAdvice =
  '4 to 8 digits, not in a row and not all the same. After 5 wrong tries you sign in again.';

/** Wrong codes after which a hidden session ends: too few to guess even four digits. */
export const triesAtHidden = 5;

/** Why this code cannot be used, in words for the person choosing it; null: it can. */
export function shortCodeProblem(code: string): string | null {
  if (!/^\d{4,8}$/.test(code)) return 'Enter 4 to 8 digits';
  const steps = [...code].slice(1).map((digit, index) => Number(digit) - Number(code[index]));
  const [first] = steps;
  const regular = steps.every((step) => step === first) && Math.abs(first ?? 0) <= 1;
  return regular ? 'Choose digits that are not in a row and not all the same' : null;
}
