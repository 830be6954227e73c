import { z } from 'zod';
import { choice, formGiven, known, line, type Typed } from '#kit/forms.ts';
import { because } from '#rules/clauses.ts';
import type { Pack } from '#rules/pack.ts';
import { formats, type OwnCopyWays, purposes } from '../export.ts';
import { decisionFor, notDecided, type OpenDecision } from '../for-others.ts';

/** What the way here already says: of which days, and whether it is to be on paper. */
export const exportQuery = z.object({
  from: z.iso.date().catch('').default(''),
  to: z.iso.date().catch('').default(''),
  as: z.enum(['', 'paper']).catch('').default(''),
});

const values = <T extends string>(list: readonly { readonly value: T }[]) => list.map(({ value }) => value);
const day = (wrong: string) =>
  z.preprocess(
    (typed) => (typeof typed === 'string' ? typed.trim() : ''),
    z.union([z.literal(''), z.iso.date(wrong)]),
  );

interface LeavingFacts {
  readonly pack: Pack;
  readonly own: OwnCopyWays;
  readonly open: readonly OpenDecision[];
}

const asked = z.object({
  purpose: choice(values(purposes), 'Say what it is for'),
  recipient: line(200),
  reaches: line(300),
  from: day('Enter a real date'),
  to: day('Enter a real date'),
  facts: known<LeavingFacts>(),
});
type Wanted = z.infer<typeof asked>;
export type ExportAsked = Omit<Wanted, 'facts'> & {
  /** By which it leaves for an agency or a court. */
  readonly decision: OpenDecision | null;
};

/** What is wanted, and of which time; the period includes both days. */
export const exportForm = formGiven(asked.superRefine(mayItLeave).transform(decided), withFacts);

/** The same with what was decided after looking at who would learn what. */
export const exportFile = formGiven(
  asked
    .extend({
      leaveOut: z.preprocess((typed) => [typed ?? []].flat(), z.array(z.string().max(60)).max(200)),
      format: choice(values(formats), 'Choose a kind of file'),
    })
    .superRefine(mayItLeave)
    .transform(decided),
  withFacts,
);

function withFacts(typed: Typed, pack: Pack, own: OwnCopyWays, open: readonly OpenDecision[]) {
  return { ...typed, facts: { pack, own, open } };
}

/** Whom it is for by the name in the decision, and not as somebody typed it. */
function decided<T extends Wanted>({ facts: { open }, ...wanted }: T) {
  const decision = decisionFor(wanted, open);
  return { ...wanted, decision, recipient: decision?.recipient ?? '' };
}

function mayItLeave({ facts: { pack, own, open }, ...wanted }: Wanted, issues: z.RefinementCtx): void {
  const { purpose, reaches, from, to } = wanted;
  if ((purpose === 'partner' || purpose === 'court') && decisionFor(wanted, open) === null)
    issues.addIssue({ code: 'custom', path: ['recipient'], message: because(pack, notDecided) });
  if (purpose === 'person' && !own.ways.some(({ label }) => label === reaches))
    issues.addIssue({
      code: 'custom',
      path: ['reaches'],
      message: own.verdict.allowed
        ? 'Say in which of the agreed ways it reaches them'
        : because(pack, own.verdict),
    });
  if (from !== '' && to !== '' && from > to)
    issues.addIssue({ code: 'custom', path: ['to'], message: 'The last day is before the first' });
}
