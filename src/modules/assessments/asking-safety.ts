import { allowed, refused, type Verdict } from '#rules/facts.ts';
import type { Choice } from '#rules/words.ts';

/** Who is with the person while they are asked. */
export const companies = [
  { value: 'alone', label: 'Nobody, they are alone' },
  { value: 'trusted', label: 'Only somebody they trust and want there' },
  { value: 'others', label: 'Somebody else' },
  { value: 'not_sure', label: 'Not sure' },
] as const satisfies readonly Choice[];
export type Company = (typeof companies)[number]['value'];

/** Could whoever causes the harm, or anybody who may tell them, hear or see it? */
export const overhearing = [
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes' },
  { value: 'not_sure', label: 'Not sure' },
] as const satisfies readonly Choice[];
export type Overhearing = (typeof overhearing)[number]['value'];

export interface Circumstances {
  readonly company: Company;
  readonly overheard: Overhearing;
}

/** May somebody be asked about the risk now? Not sure is no: the questions can wait, and help does not wait for them. */
export function safeToAsk({ company, overheard }: Circumstances): Verdict {
  if (overheard !== 'no')
    return refused('Somebody could hear or see: it is not safe to ask these questions now.', 'safe-contact');
  if (company !== 'alone' && company !== 'trusted')
    return refused(
      'They are not alone, or with somebody they trust: it is not safe to ask now.',
      'safe-contact',
    );
  return allowed;
}
