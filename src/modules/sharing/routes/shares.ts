import { z } from 'zod';
import type { FormModel } from '#kit/components/form.ts';
import { parseForm, type Typed } from '#kit/forms.ts';
import { invalid, type Page, page, redirect } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { adds, endsOnce } from '#kit/http/form-page.ts';
import { type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { caseFormPage, caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { sightOf } from '#rules/proposal.ts';
import { whoWouldLearn } from '#rules/who-would-learn.ts';
import { droppingForm, lookForm, secondForm, shareForm } from '../forms/share-form.ts';
import { gateOf } from '../gate.ts';
import { paths } from '../paths.ts';
import { mayDecideSecond } from '../second.ts';
import { sharingIn } from '../store/around.ts';
import { contentsOf, offeredIn } from '../store/contents.ts';
import { decideSecond, decideShare, dropShare } from '../store/decide.ts';
import { linksOf, linksOffered, openingsOf } from '../store/links.ts';
import { hasRead, sentUnread } from '../store/read-by.ts';
import { sentOf } from '../store/send.ts';
import { type Share, shareOf } from '../store/shares.ts';
import { type Since, sinceOf } from '../store/since.ts';
import { dropPage } from '../views/drop-share.ts';
import { shareShown } from '../views/share.ts';
import { sharePage } from '../views/share-form.ts';
import type { Offered } from '../views/share-offered.ts';
import { waiting } from '../waiting.ts';
import { recipientOf } from './consents.ts';
import { printNow } from './ready.ts';
import { type ShareContext, shareParams } from './share-params.ts';

const title = 'Sharing';

const decide = caseFormPage({
  path: '/cases/:id/shares/new',
  params: caseParams,
  may: 'case.work',
  records: 'share.decided',
  title,
  draft: ({ id }) => ({ form: 'share', about: id }),
  version: adds,
  query: z.object({ corrects: z.uuid().optional().catch(undefined) }),
  load: async (ctx, loading) => {
    const { file } = await loading;
    const [offered, fresh] = await Promise.all([
      offeredIn(ctx, file, today(ctx)),
      ctx.query.corrects ? toCorrect(ctx, ctx.query.corrects) : null,
    ]);
    return { ...offered, fresh: fresh ? withWhatIsOffered(fresh, offered) : {} };
  },
  schema: (_, __, offered) => shareForm(offered),
  fresh: (_, __, { fresh }) => fresh ?? {},
  view: sharePage,
  save: async (ctx, given, { file }, offered) => {
    const { id } = ctx.params;
    const named = await recipientOf(ctx, id, given, offered.recipients);
    const consent = given.ground === 'consent';
    const share = await decideShare(ctx.tx, ctx, {
      ...given,
      ...named,
      caseId: id,
      planVersionId: given.plan ? offered.planVersionId : null,
      basis: consent ? '' : given.ground,
      condition: consent ? '' : given.condition,
      power: consent ? '' : given.power,
      inDanger: file.immediateDanger,
      needsSecond: !consent,
    });
    return { to: paths.share(id, share), said: 'The decision is saved. Nothing has been sent' };
  },
});

/** As what left was decided, with what puts it right: whoever sends it says anew why, and what the person says. */
async function toCorrect(ctx: StaffContext<{ readonly id: CaseId }>, shareId: string): Promise<ToCorrect> {
  const { id } = ctx.params;
  const [share, since] = await Promise.all([
    shareOf(ctx.tx, ctx.organisation, id, shareId),
    sinceOf(ctx.tx, ctx.organisation, id, shareId),
  ]);
  const owed = waiting(since, 'corrected');
  if (!share) return { typed: {}, owed };
  const { recipientId, purpose, kinds, basis, condition, power } = share;
  const typed = {
    ...{ recipient: recipientId, purpose, ground: basis === '' ? 'consent' : basis, condition, power },
    ...(kinds.includes('who') && { who: 'yes' }),
    ...(owed.some(({ what }) => what === 'plan') && { plan: 'yes' }),
    ...(owed.some(({ what }) => what === 'number') && { wordKinds: ['contact'] }),
  };
  return { typed, owed };
}

interface ToCorrect {
  readonly typed: Typed;
  readonly owed: readonly Since[];
}

/** What puts it right, as far as it may go: by its own id, or by what an entry tells of. */
function withWhatIsOffered({ typed, owed }: ToCorrect, { sharing, assessments }: Offered): Typed {
  const puts = new Set(
    owed.flatMap(({ correctionId, correctedBy, toldAnew }) => [correctionId, correctedBy, ...toldAnew]),
  );
  return {
    ...typed,
    entries: sharing.entries.shown.map(({ id }) => id).filter((id) => puts.has(id)),
    assessments: assessments.filter((id) => puts.has(id)),
  };
}

const shown = staffRoute({
  method: 'GET',
  path: '/cases/:id/shares/:share',
  params: shareParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => page(await shareShownTo(ctx)),
});

const second = staffRoute({
  method: 'POST',
  path: '/cases/:id/shares/:share',
  params: shareParams,
  may: 'case.work',
  records: ['share.second-approved', 'share.second-declined'],
  handle: async (ctx) => {
    const { id: caseId, share: shareId } = ctx.params;
    const share = await shareOf(ctx.tx, ctx.organisation, caseId, shareId);
    const parsed = parseForm(share?.sentInDanger ? lookForm : secondForm, ctx.body);
    if (!parsed.ok) return invalid(await shareShownTo(ctx, { values: parsed.typed, errors: parsed.errors }));
    const { _version: version, decision, why } = parsed.value;
    if (share && (decision === 'approved' || share.sentInDanger)) {
      const unread = await (share.sentInDanger ? unreadAsSent : unreadOf)(ctx, share);
      if (unread !== '') {
        const errors = { decision: unread };
        return invalid(await shareShownTo(ctx, { values: { decision, why }, errors }));
      }
    }
    await decideSecond(ctx.tx, ctx, { caseId, shareId, version, decision, why: why.trim() });
    return redirect(paths.share(caseId, shareId), 'The decision is saved');
  },
});

/** Nobody agrees to what they have not opened as it stands; '' where they have. */
async function unreadOf(ctx: ShareContext, share: Share): Promise<string> {
  const { caseId, id: shareId } = share;
  const print = await printNow(ctx, await loadCase(ctx, caseId), share);
  if (print === null) return 'Something in it may not go to them any more';
  return (await hasRead(ctx.tx, ctx, { caseId, shareId, print }))
    ? ''
    : 'Read what would leave, as it stands now, before you agree to it';
}

/** Nobody looks at what went because of danger without opening it as it left, whatever they then say of it. */
async function unreadAsSent(ctx: ShareContext, share: Share): Promise<string> {
  const { unread, taken } = await sentUnread(ctx.tx, ctx, { caseId: share.caseId, shareId: share.id });
  if (unread) return 'Read first what was sent, as it left';
  if (!taken) return '';
  const print = await printNow(ctx, await loadCase(ctx, share.caseId), share);
  // Of a sheet that was taken nothing is kept; where what it was made of may not go any more, there is nothing to open.
  if (print === null) return '';
  const read = await hasRead(ctx.tx, ctx, { caseId: share.caseId, shareId: share.id, print });
  return read ? '' : 'Read first what would leave, word for word';
}

async function shareShownTo(
  ctx: ShareContext,
  form: FormModel['form'] = { values: {}, errors: {} },
): Promise<Page> {
  const { id, share: shareId } = ctx.params;
  const model = await loadCase(ctx, id);
  const [share, around] = await Promise.all([
    shareOf(ctx.tx, ctx.organisation, id, shareId),
    sharingIn(ctx, model.file),
  ]);
  if (!share) throw notFound();
  await recordView(ctx, id, title);
  const [contents, sent, links, openings, since] = await Promise.all([
    contentsOf(ctx, share, around, model.calendar),
    sentOf(ctx.tx, ctx.organisation, id, share.id),
    linksOf(ctx.tx, ctx.organisation, id, share.id),
    openingsOf(ctx.tx, ctx.organisation, id, share.id),
    sinceOf(ctx.tx, ctx.organisation, id, share.id),
  ]);
  const deciding = { by: ctx.staff, sight: sightOf(model.file), decision: 'approved' } as const;
  const fields = {
    form,
    action: paths.share(id, share.id),
    csrf: ctx.csrf,
    submissionId: newId<string>(),
    version: share.second?.version,
  };
  return inCase(model, title, () =>
    shareShown(
      model,
      {
        share,
        contents,
        left: { sent, links, openings },
        since,
        linksOffered: linksOffered(ctx.services),
        gate: gateOf(share, around),
        learners: whoWouldLearn(
          { by: ['download'], to: share.sort === 'court' ? 'court' : 'agency' },
          ctx.pack.words,
        ),
        deciding: mayDecideSecond(share, deciding),
      },
      fields,
    ),
  );
}

const dropping = caseFormPage({
  path: '/cases/:id/shares/:share/dropping',
  params: shareParams,
  may: 'case.work',
  records: 'share.dropped',
  title,
  draft: ({ share }) => ({ form: 'share-dropping', about: share }),
  version: endsOnce,
  load: async (ctx) => {
    const share = await shareOf(ctx.tx, ctx.organisation, ctx.params.id, ctx.params.share);
    if (!share || share.droppedAt !== null) throw notFound();
    return share;
  },
  schema: () => droppingForm,
  view: dropPage,
  save: async (ctx, { why }, _, share) => {
    await dropShare(ctx.tx, ctx, share, why.trim());
    return { to: paths.share(ctx.params.id, share.id), said: 'Saved. Nothing more goes by it' };
  },
});

export const shareRoutes: readonly Route[] = [...decide, shown, second, ...dropping];
