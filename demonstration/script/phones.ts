/**
 * Numbers that Ofcom keeps for drama: nobody ever answers one. Mobiles first, then two towns that no directory has.
 * @param nth from 0; a landlord has 3,000
 */
export function dramaPhone(nth: number): string {
  const last = String(nth % 1_000).padStart(3, '0');
  if (nth < 1_000) return `07700 900${last}`;
  if (nth < 2_000) return `01632 960${last}`;
  if (nth < 3_000) return `020 7946 0${last}`;
  throw new RangeError('There are no more numbers that nobody answers');
}
