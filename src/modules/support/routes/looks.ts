import type { z } from 'zod';
import { insist, notFound } from '#kit/http/errors.ts';
import { ids, type Route, type StaffContext } from '#kit/http/route.ts';
import { dayFields } from '#kit/typed-day.ts';
import { caseFormPage } from '#modules/case-file/index.ts';
import { today } from '#rules/calendar.ts';
import { type CaseId, refused } from '#rules/facts.ts';
import { lookForm } from '../forms/look-form.ts';
import { leavesItOwed, lookOwed } from '../looks.ts';
import { paths } from '../paths.ts';
import { recordLook } from '../store/record-look.ts';
import { offersOf } from '../store/rows.ts';
import { lookPage } from '../views/look.ts';

interface LookParams {
  readonly id: CaseId;
  /** The step of an offer with which the look began. */
  readonly look: string;
}

const lookParams = ids('id', 'look') as z.ZodType<LookParams>;

async function loadLook({ tx, organisation, params }: StaffContext<LookParams>) {
  const offers = await offersOf(tx, organisation, params.id);
  const offer = offers.find(({ steps }) => steps.some(({ id }) => id === params.look));
  if (!offer) throw notFound();
  const owed = lookOwed(offer.kindOf, offer.steps);
  if (owed?.id !== params.look) {
    insist(refused('Somebody has looked at it since, or it has ended: see the offer.', 'records'));
    throw notFound();
  }
  return { offer, owed };
}

const look = caseFormPage({
  path: '/cases/:id/support/looks/:look',
  params: lookParams,
  may: 'case.work',
  records: [
    'support.looked-again',
    'support.looked-early',
    'support.look-let-go',
    'support.look-declined',
    'support.look-handed-on',
    'support.look-tried',
  ],
  title: 'Offers',
  draft: ({ look: about }) => ({ form: 'offer-look', about }),
  version: (_, { offer }: Awaited<ReturnType<typeof loadLook>>) => offer.revision,
  load: loadLook,
  schema: (ctx, _, { owed }) => lookForm({ today: today(ctx), confirmedOn: owed.confirmedOn }),
  fresh: (ctx) => dayFields('happened', today(ctx)),
  view: (model, form, { offer, owed }) => lookPage(model, form, offer, owed),
  save: async (ctx, { said: step, way, words, happened: happenedOn, again: dayOn }, _, { offer, owed }) => {
    const { id: caseId } = ctx.params;
    const given = { step, way, words: words.trim(), happenedOn, dayOn };
    const led = await recordLook(ctx.tx, ctx, { ...given, caseId, offerId: offer.id });
    const to = paths.offer(caseId, led);
    if (step === 'look_not_reached')
      return { to, said: 'Written down. It is owed until somebody has spoken with them', warns: true };
    if (step === 'look_broken')
      return { to, said: 'It is owed to them anew: order it, or see what it may cost' };
    if (leavesItOwed(owed, given)) return { to, said: 'Written down. The look of its own day stays owed' };
    if (step === 'look_changed')
      return {
        to,
        said: 'Saved. If somebody knows of it who should not, see what makes it safe again',
        warns: true,
      };
    return { to, said: 'Saved' };
  },
});

export const lookRoutes: readonly Route[] = [...look];
