import { z } from 'zod';
import { requiredLine } from '#kit/forms.ts';
import { postcodeIn, sectorOf } from '#rules/postcode.ts';

const plain = /^[^\p{Cc}\p{Cs}]*$/u;
const noControl = 'It holds a character that is in no reference';

/** A home that would be offered, and to whom. */
export const checkForm = z.object({
  household: requiredLine('Enter the reference of who would move, or of their tenancy').refine(
    (typed) => plain.test(typed),
    noControl,
  ),
  address: requiredLine('Enter the address', 400).refine((typed) => plain.test(typed), noControl),
  postcode: z
    .string()
    .trim()
    .min(1, 'Enter the postcode')
    .max(12, 'Use 12 characters or fewer')
    .refine((typed) => {
      const read = postcodeIn(typed);
      return read !== null && sectorOf(read) !== null;
    }, 'Enter a whole postcode, like EX1 2AB'),
});
