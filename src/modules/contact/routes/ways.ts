import type { z } from 'zod';
import { Fault, insist, notFound } from '#kit/http/errors.ts';
import { adds, endsOnce } from '#kit/http/form-page.ts';
import { ids, type Route } from '#kit/http/route.ts';
import { agreedWayOf, endAgreedWays, recordAgreedWay } from '#modules/agreement/index.ts';
import { type AgreedWay, gateOfWay } from '#modules/agreement/pure.ts';
import { caseFormPage, caseParams } from '#modules/case-file/index.ts';
import { type CaseModel, changedMeanwhile } from '#modules/case-file/pure.ts';
import { knownWays } from '#modules/register/index.ts';
import { allowed, type CaseId, refused } from '#rules/facts.ts';
import { inForce } from '#rules/ways.ts';
import { endWayForm, typedWay, wayForm } from '../forms/way-form.ts';
import { endWayPage, wayFormPage } from '../views/way-form.ts';
import { wayCard } from '../views/ways.ts';
import { agreedSaved } from './agreed-saved.ts';
import { wrongInAgreed } from './wrong-in-agreed.ts';

const wayParams = ids('id', 'way') as z.ZodType<{ readonly id: CaseId; readonly way: string }>;

/** What is agreed first says whether anything is safe at all, and what the person needs with every way. */
const afterTheFirst = ({ agreed }: CaseModel) =>
  agreed === null || agreed.channel === 'none'
    ? refused('Write down first how they want to be reached.', 'safe-contact')
    : allowed;

const add = caseFormPage({
  path: '/cases/:id/contact/ways/new',
  params: caseParams,
  may: 'case.work',
  records: 'safe-contact.way-recorded',
  title: 'Another number, address or place',
  draft: ({ id }) => ({ form: 'agreed-way', about: id }),
  version: adds,
  load: async (ctx, loading) => {
    const { file } = await loading;
    return knownWays(ctx.tx, ctx.organisation, file.personId);
  },
  schema: (_, model) => wayForm(null, namesBeside(model, null)),
  view: (model, form, known) =>
    wayFormPage(model, form, { way: null, known, may: afterTheFirst(model), meanwhile: null }),
  save: async (ctx, way, model) => {
    const { id: caseId } = ctx.params;
    insist(afterTheFirst(model));
    const wrong = await wrongInAgreed(ctx, way, model);
    if (wrong) return { errors: wrong };
    await recordAgreedWay(ctx.tx, ctx, { ...way, caseId, before: null });
    return agreedSaved(ctx, caseId);
  },
});

const again = caseFormPage({
  path: '/cases/:id/contact/ways/:way',
  params: wayParams,
  may: 'case.work',
  records: 'safe-contact.way-recorded',
  title: 'Another number, address or place',
  draft: ({ way }) => ({ form: 'agreed-way-change', about: way }),
  load: ({ tx, organisation, params }) => agreedWayOf(tx, organisation, params.id, params.way),
  version: (_, way) => way.number,
  schema: (_, model, way) => wayForm(way, namesBeside(model, way)),
  fresh: (_, model, way) => typedWay(way, isOpen(model, way)),
  now: (model, way) => changedMeanwhile(wayCard(model, way, isOpen(model, way))),
  view: (model, form, way, _, meanwhile) =>
    wayFormPage(model, form, { way, known: [], may: afterTheFirst(model), meanwhile }),
  save: async (ctx, value, model, way) => {
    const { id: caseId } = ctx.params;
    insist(afterTheFirst(model));
    const wrong = await wrongInAgreed(ctx, value, model);
    if (wrong) return { errors: wrong };
    await recordAgreedWay(ctx.tx, ctx, { ...value, caseId, before: way });
    return agreedSaved(ctx, caseId);
  },
});

const end = caseFormPage({
  path: '/cases/:id/contact/ways/:way/ending',
  params: wayParams,
  may: 'case.work',
  records: 'safe-contact.way-ended',
  title: 'End a number, an address or a place',
  draft: ({ way }) => ({ form: 'agreed-way-ending', about: way }),
  version: endsOnce,
  load: async ({ tx, organisation, params }) => {
    const way = await agreedWayOf(tx, organisation, params.id, params.way);
    if (way.endedAt !== null) throw notFound();
    return way;
  },
  schema: () => endWayForm,
  view: endWayPage,
  save: async (ctx, { because }) => {
    const { id: caseId, way: wayId } = ctx.params;
    // Somebody ended it in the same moment.
    if ((await endAgreedWays(ctx.tx, ctx, { caseId, wayId, because })) === 0) throw new Fault('stale');
    return agreedSaved(ctx, caseId, 'It is ended. Nobody uses it any more');
  },
});

function namesBeside({ agreed }: CaseModel, way: AgreedWay | null): readonly string[] {
  const others = inForce(agreed).filter(({ wayId }) => wayId !== way?.wayId);
  return others.map(({ name }) => name);
}

function isOpen({ agreed, now, calendar }: CaseModel, way: AgreedWay): boolean {
  return agreed !== null && gateOfWay(agreed, way, now, calendar).open;
}

export const wayRoutes: readonly Route[] = [...add, ...again, ...end];
