import { z } from 'zod';
import { parseForm } from '#kit/forms.ts';
import { type Answer, invalid, page, redirect } from '#kit/http/answers.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { claimState } from '../claim.ts';
import { claimIn } from '../store/claim-columns.ts';
import type { Disclosure } from '../store/rows.ts';
import { claimDisclosure, releaseClaim } from '../store/who-has-it.ts';
import { disclosureShown, found } from './show.ts';

const path = '/disclosures/:id/claim';
const back = ({ id }: Disclosure) => `/disclosures/${id}`;

type ClaimContext = StaffContext<{ readonly id: string }>;

/** The disclosure as it stands now, with who has it: nothing was changed, and that it was read is kept. */
async function somebodyWasFirst(ctx: ClaimContext): Promise<Answer> {
  const shown = await disclosureShown(ctx, await found(ctx), { first: true });
  return { kind: 'page', status: 409, page: shown, keeps: true };
}

const claimed = staffRoute({
  method: 'POST',
  path,
  params: ids('id'),
  may: 'disclosure.triage',
  records: ['disclosure.claimed', 'disclosure.claim-taken-over', 'disclosure.viewed'],
  async handle(ctx) {
    const disclosure = await found(ctx);
    const claim = claimIn(disclosure);
    const state = claimState(claim, ctx);
    if (state === 'own') return page(await disclosureShown(ctx, disclosure));
    if (state === 'theirs' || disclosure.triagedAt) return somebodyWasFirst(ctx);
    const over = claim ? { claim: claim.id, why: 'Left for more than two working hours' } : undefined;
    const made = await claimDisclosure(ctx.tx, ctx, disclosure.id, over);
    return made ? redirect(back(disclosure), 'You have this now.') : somebodyWasFirst(ctx);
  },
});

const reason = z.object({
  claim: z.uuid('Look again who has this'),
  claim_why: z
    .string()
    .trim()
    .min(1, 'Say why you take it over')
    .min(10, 'Say in a few words what they told you, or why you could not speak to them')
    .max(1000, 'Use 1,000 characters at most'),
});

const takenOver = staffRoute({
  method: 'POST',
  path: `${path}/taking-over`,
  params: ids('id'),
  may: 'disclosure.triage',
  records: ['disclosure.claim-taken-over', 'disclosure.viewed'],
  async handle(ctx) {
    const disclosure = await found(ctx);
    const parsed = parseForm(reason, ctx.body);
    if (!parsed.ok)
      return invalid(
        await disclosureShown(ctx, disclosure, { claim: { values: parsed.typed, errors: parsed.errors } }),
      );
    const { claim, claim_why: why } = parsed.value;
    const made = await claimDisclosure(ctx.tx, ctx, disclosure.id, { claim, why });
    return made ? redirect(back(disclosure), 'You have this now.') : somebodyWasFirst(ctx);
  },
});

const given = z.object({ claim: z.uuid().catch('00000000-0000-0000-0000-000000000000') });

const released = staffRoute({
  method: 'POST',
  path: `${path}/release`,
  params: ids('id'),
  may: 'disclosure.triage',
  records: ['disclosure.claim-released', 'disclosure.viewed'],
  async handle(ctx) {
    const disclosure = await found(ctx);
    const parsed = parseForm(given, ctx.body);
    const claim = claimIn(disclosure);
    const own = parsed.ok && claim?.staffId === ctx.staff && parsed.value.claim === claim.id;
    if (!own || !(await releaseClaim(ctx.tx, ctx, disclosure.id, claim.id))) return somebodyWasFirst(ctx);
    return redirect(back(disclosure), 'Nobody has this now.');
  },
});

export const claimRoutes: readonly Route[] = [claimed, takenOver, released];
