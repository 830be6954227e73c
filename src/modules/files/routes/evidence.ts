import type { z } from 'zod';
import { file as answerFile, declined, invalid, page } from '#kit/http/answers.ts';
import { Fault, insist, notFound } from '#kit/http/errors.ts';
import { adds } from '#kit/http/form-page.ts';
import { ids, later, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { caseFormPage, caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import type { CaseModel } from '#modules/case-file/pure.ts';
import { forAgency } from '#modules/chronology/index.ts';
import { sentAs } from '#modules/chronology/pure.ts';
import { happened } from '#modules/obligations/index.ts';
import {
  gateOf,
  insistOpen,
  type Share,
  shareOf,
  sharesOf,
  sharingIn,
  whomAbout,
} from '#modules/sharing/index.ts';
import { recipientInWords } from '#modules/sharing/pure.ts';
import { type CaseId, refused } from '#rules/facts.ts';
import { byWhomItMay, type ShareGate } from '#rules/may-share.ts';
import { sharePurposes } from '#rules/sharing.ts';
import { whoWouldLearn } from '#rules/who-would-learn.ts';
import { labelOf } from '#rules/words.ts';
import { type Holds, initialsOf, whyNot } from '../exhibits.ts';
import { kindsTold, packForm } from '../forms/pack-form.ts';
import { bytesToSend } from '../store/bytes.ts';
import { filesOf } from '../store/files.ts';
import { makePack, type ToPack } from '../store/make-pack.ts';
import { openedBySecond } from '../store/opened.ts';
import { archiveOf, findPack, packsOf } from '../store/packs.ts';
import { evidencePage, newPackPage, packMade, packNotMade, packPage } from '../views/evidence.ts';

const title = 'Evidence packs';

const list = staffRoute({
  method: 'GET',
  path: '/cases/:id/evidence',
  params: caseParams,
  may: 'chronology.export',
  records: 'case.viewed',
  async handle(ctx) {
    const { id } = ctx.params;
    const [model, packs, shares] = await Promise.all([
      loadCase(ctx, id),
      packsOf(ctx.tx, ctx.organisation, id),
      sharesOf(ctx.tx, ctx.organisation, id),
      recordView(ctx, id, title),
    ]);
    const around = await sharingIn(ctx, model.file);
    const open = shares.filter((share) => share.entries.length > 0 && gateOf(share, around).open);
    return page(inCase(model, title, () => evidencePage(model, { packs, open })));
  },
});

interface OfShare {
  readonly id: CaseId;
  readonly share: string;
}
const shareParams = ids('id', 'share') as unknown as z.ZodType<OfShare>;

/** What was decided, what of the case could go by it, and whether it may leave at this moment. */
async function toPack(ctx: StaffContext<OfShare>, model: CaseModel) {
  const { id, share: shareId } = ctx.params;
  const share = await shareOf(ctx.tx, ctx.organisation, id, shareId);
  if (!share) throw notFound();
  const [files, around] = await Promise.all([
    filesOf(ctx.tx, ctx.organisation, id),
    sharingIn(ctx, model.file),
  ]);
  const gate = insistOpen(gateOf(share, around));
  const bySecond = await openedBySecond(ctx.tx, ctx.organisation, share);
  const reasons = (holds: Holds) =>
    new Map(
      files.flatMap((file) => {
        const decided = file.entryId !== null && share.entries.includes(file.entryId);
        const mayGo = file.entryId !== null && around.entriesThatMay.has(file.entryId);
        const opened = gate.second !== 'agreed' || bySecond(file.id, holds);
        const why = whyNot(file, { holds, decided, mayGo, opened });
        return why === null ? [] : [[file.id, why] as const];
      }),
    );
  const about = await whomAbout(ctx.tx, ctx.organisation, model.file, share);
  return { about, share, gate, files, reasons, learners: learnersOf(ctx, share) };
}

function learnersOf({ pack }: StaffContext, { sort }: Share) {
  return whoWouldLearn({ to: sort === 'court' ? 'court' : 'agency', by: ['download'] }, pack.words);
}

const newPack = caseFormPage({
  path: '/cases/:id/shares/:share/evidence/new',
  params: shareParams,
  may: 'chronology.export',
  records: ['evidence.packed', 'file.altered', ...Object.values(sentAs)],
  title: 'Make an evidence pack',
  draft: ({ share }) => ({ form: 'evidence', about: share }),
  version: adds,
  load: async (ctx, loading: Promise<CaseModel>) => toPack(ctx, await loading),
  schema: (_, __, { files, reasons, share }) =>
    packForm(
      files.map(({ id }) => id),
      reasons,
      share.kinds,
    ),
  fresh: (ctx) => ({ initials: initialsOf(ctx.who.name) }),
  view: (model, form, facts) => newPackPage(model, form, facts),
  save: async (begun, { chosen, initials, holds, tells }, model, { share, gate, files, learners, about }) => {
    const recipient = recipientInWords(share);
    const decided = { court: share.sort === 'court', recipient, entries: share.entries };
    const { clean } = await forAgency(begun, model, decided);
    return later(async (again) => {
      const going = files.filter(({ id }) => chosen.includes(id));
      const asked: ToPack = {
        caseId: begun.params.id,
        reference: model.file.reference,
        ...{ share, gate, initials, learners, files: going, recipient, about, clean },
        purpose: labelOf(sharePurposes, share.purpose),
        tells: kindsTold(tells),
        holds: holds as Holds,
      };
      const packed = await makePack(begun, again, asked, (ctx) => stillMay(ctx as typeof begun, asked));
      if (packed.ok)
        return page(
          inCase(model, 'The pack is made', () => packMade(model, packed.packId, packed.passphrase)),
        );
      const notMade = () => packNotMade(model, share.id, packed.altered);
      return (packed.first ? declined : invalid)(inCase(model, 'No pack was made', notMade));
    });
  },
});

/** Making it took its time: they may have taken back what they agreed to meanwhile, or a file was held. */
async function stillMay(
  ctx: StaffContext<OfShare>,
  { files, holds }: ToPack,
): Promise<ShareGate & { open: true }> {
  const { gate, reasons } = await toPack(ctx, await loadCase(ctx, ctx.params.id));
  const why = reasons(holds);
  const [stopped] = files.flatMap(({ id }) => why.get(id) ?? []);
  if (stopped) throw new Fault('refused', refused(`No pack was made. ${stopped}`, 'records'));
  return gate;
}

interface OfPack {
  readonly id: CaseId;
  readonly pack: string;
}
const packParams = ids('id', 'pack') as unknown as z.ZodType<OfPack>;

async function packIn(ctx: StaffContext<OfPack>) {
  const found = await findPack(ctx.tx, ctx.organisation, ctx.params.id, ctx.params.pack);
  if (!found) throw notFound();
  return found;
}

const one = staffRoute({
  method: 'GET',
  path: '/cases/:id/evidence/:pack',
  params: packParams,
  may: 'chronology.export',
  records: 'case.viewed',
  async handle(ctx) {
    const { id } = ctx.params;
    const [model, pack] = await Promise.all([loadCase(ctx, id), packIn(ctx), recordView(ctx, id, title)]);
    const share = await shareOf(ctx.tx, ctx.organisation, id, pack.shareId);
    if (!share) throw notFound();
    const gate = gateOf(share, await sharingIn(ctx, model.file));
    const maker = byWhomItMay(pack.madeBy, model.file.blockedStaff);
    const shut = [...(gate.open ? [] : gate.reasons), ...(maker.allowed ? [] : [maker])];
    return page(inCase(model, 'An evidence pack', () => packPage(model, pack, shut)));
  },
});

const download = staffRoute({
  method: 'GET',
  path: '/cases/:id/evidence/:pack/archive',
  params: packParams,
  may: 'chronology.export',
  records: 'evidence.exported',
  perMinute: 20,
  async handle(ctx) {
    const { id } = ctx.params;
    const [model, pack] = await Promise.all([loadCase(ctx, id), packIn(ctx)]);
    const share = await shareOf(ctx.tx, ctx.organisation, id, pack.shareId);
    const lying = await archiveOf(ctx.tx, ctx.organisation, pack.id);
    if (!share || !lying) throw notFound();
    insistOpen(gateOf(share, await sharingIn(ctx, model.file)));
    insist(byWhomItMay(pack.madeBy, model.file.blockedStaff));
    await happened(ctx.tx, ctx, { name: 'evidence.exported', caseId: id, subjectId: pack.id });
    const body = () => bytesToSend(ctx.services, ctx.organisation, lying);
    return answerFile({
      name: `${model.file.reference}.zip`,
      type: 'application/zip',
      body,
      foreign: true,
    });
  },
});

export const evidenceRoutes: readonly Route[] = [list, ...newPack, one, download];
