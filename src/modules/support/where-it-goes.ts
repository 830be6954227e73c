import { allowed, refused, type Verdict } from '#rules/facts.ts';
import type { Choice } from '#rules/words.ts';
import type { OfferKind } from './offer-kind.ts';

/** Where something that somebody carries goes. The address of a refuge is given to nobody. */
export const destinations = [
  {
    value: 'address',
    label: 'To an address that they agreed may be given',
    hint: 'Never a refuge, and never an address that nobody may know',
  },
  { value: 'collected', label: 'They collect it, or somebody does whom they trust' },
  {
    value: 'through_us',
    label: 'To us: we bring it, or hand it over',
    hint: 'Whoever delivers it learns no address of theirs',
  },
] as const satisfies readonly Choice[];
export type Destination = (typeof destinations)[number]['value'];

interface Going {
  readonly goes: Destination | '';
  /** Who opens, on which day and at what time, as they agreed. */
  readonly opens: string;
}

/** @param home where they live, as far as it is known; null: nothing is on record */
export function mayGo(
  { carried }: Pick<OfferKind, 'carried'>,
  { goes, opens }: Going,
  home: { readonly kind: string } | null,
): Verdict {
  if (!carried) return allowed;
  if (goes === '') return refused('Say first where it goes.', 'safe-contact');
  if (goes !== 'address') return allowed;
  if (home?.kind === 'rather_not' || home?.kind === 'not_known')
    return refused(
      'No address of theirs is on record that may be given. It is collected, or it comes to us.',
      'safe-contact',
    );
  return opens.trim() === ''
    ? refused('Say who opens, and at which time, as they agreed.', 'safe-contact')
    : allowed;
}
