import { file as answerFile, page, redirect } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { adds, formPage } from '#kit/http/form-page.ts';
import { type Again, ids, later, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { type Scope, transact } from '#kit/sql.ts';
import {
  bytesToSend,
  custodyOf,
  judged,
  keepToldFiles,
  type Placed,
  placeFiles,
  type Said,
  shownOf,
  toldFilesOf,
  uploadForm,
} from '#modules/files/index.ts';
import { mayOpen, mostBytes } from '#modules/files/pure.ts';
import { happened } from '#modules/obligations/index.ts';
import { today } from '#rules/calendar.ts';
import type { DisclosureId } from '#rules/facts.ts';
import { receiptOf } from '../store/read.ts';
import {
  filesThanksPath,
  filesToTellPage,
  newToldFilesPage,
  toldPicture,
  toldPictureBytes,
} from '../views/told-files.ts';
import { found } from './show.ts';

type Value = Parameters<typeof said>[0];

function said(value: {
  readonly shows: string;
  readonly source: string;
  readonly made: Temporal.PlainDate | null;
}): Said {
  const { shows, source, made: madeOn } = value;
  return { contactId: null, shows, source, madeOn };
}

/** Puts the bytes away with no connection held; then whoever keeps them writes down that they are there. */
async function added<P>(
  begun: StaffContext<P>,
  value: Value,
  to: string,
  keep: (again: Again<P>, placed: readonly Placed[], said: Said) => Promise<unknown>,
) {
  const files = await judged(begun.files);
  if ('problem' in files) return { errors: { files: files.problem } };
  const { organisation, services } = begun;
  const { length } = files.taken;
  return later<P, unknown>(async (again) => {
    const placed = await placeFiles(services, organisation, files.taken);
    await keep(again as Again<P>, placed, said(value));
    return redirect(to, length === 1 ? 'A file was added' : `${length} files were added`);
  });
}

/** By the team, to what was told. */
const byTheTeam = formPage({
  path: '/disclosures/:id/files/new',
  params: ids('id'),
  may: 'disclosure.triage',
  records: 'file.added',
  shown: {
    records: 'disclosure.viewed',
    record: (ctx, { id, caseId }) =>
      happened(ctx.tx, ctx, { name: 'disclosure.viewed', caseId, subjectId: id }),
  },
  draft: ({ id }) => ({ form: 'told-files', about: id }),
  upload: { bytes: mostBytes, sealed: true },
  version: adds,
  load: found,
  schema: (ctx) => uploadForm([], today(ctx)),
  view: (form, { id, reference }, ctx) => ({
    title: 'Add files',
    backLink: { href: `/disclosures/${id}`, text: 'What was told' },
    main: () => newToldFilesPage(form, { reference, ...inSight(ctx) }),
  }),
  save: (begun, value, { id }) =>
    added(begun, value, `/disclosures/${id}`, (again, placed, all) =>
      again((ctx) => keepToldFiles(ctx, id, placed, all)),
    ),
});

function inSight({ calendar, services }: StaffContext) {
  return { calendar, scanned: services.files.scanner !== null };
}

/** As long as this, whoever told may add to it; nothing of it is shown to them, nor what became of it. */
const addsFor = Temporal.Duration.from({ hours: 24 });

/** By whoever told of a concern, who may see nothing of it afterwards. */
const byWhoeverTold = formPage({
  path: '/concerns/receipts/:receipt/files',
  params: ids('receipt'),
  may: 'concern.report',
  records: 'file.added',
  shown: { records: { nothing: 'An empty form tells of nobody' } },
  draft: ({ receipt }) => ({ form: 'concern-files', about: receipt }),
  upload: { bytes: mostBytes, sealed: true },
  version: adds,
  async load(ctx) {
    const receipt = await receiptOf(ctx.tx, ctx.organisation, ctx.staff, ctx.params.receipt);
    if (!receipt || Temporal.Instant.compare(receipt.toldAt.add(addsFor), ctx.now) < 0) throw notFound();
    return receipt;
  },
  schema: (ctx) => uploadForm([], today(ctx)),
  view: (form, { reference }, ctx) => ({
    title: 'Add pictures or files',
    main: () => filesToTellPage(form, { reference, ...inSight(ctx) }),
  }),
  save: (begun, value, { disclosureId }) =>
    added(begun, value, filesThanksPath(begun.params.receipt), async (again, placed, all) => {
      // They may not read it, nor the case that it may have become: it is put there for them.
      const { organisation, services } = begun;
      const asSystem: Scope = { organisation, system: true };
      await transact(services.db, asSystem, (tx) =>
        keepToldFiles({ ...begun, tx, now: services.now() }, disclosureId, placed, all),
      );
      await again((ctx) => happened(ctx.tx, ctx, { name: 'file.added', disclosureId }));
    }),
});

const fileParams = ids('id', 'file');

async function toLookAt(ctx: StaffContext<{ readonly id: string; readonly file: string }>) {
  const disclosure = await found(ctx);
  const files = await toldFilesOf(ctx.tx, ctx.organisation, disclosure.id as DisclosureId);
  const file = files.find(({ id }) => id === ctx.params.file);
  if (!file || !mayOpen(file) || file.shown !== 'made') throw notFound();
  return { disclosure, file };
}

/** A page with the picture, who had it, and the way to hide. */
const picture = staffRoute({
  method: 'GET',
  path: '/disclosures/:id/files/:file/picture',
  params: fileParams,
  may: 'disclosure.triage',
  records: 'disclosure.viewed',
  async handle(ctx) {
    const { disclosure, file } = await toLookAt(ctx);
    const log = await custodyOf(ctx.tx, ctx.organisation, { caseId: null, fileId: file.id });
    const { id, caseId } = disclosure;
    await happened(ctx.tx, ctx, { name: 'disclosure.viewed', caseId, subjectId: id });
    return page({
      title: 'A file',
      backLink: { href: `/disclosures/${id}`, text: 'What was told' },
      main: () => toldPicture(file, { src: toldPictureBytes(id, file.id), log, calendar: ctx.calendar }),
    });
  },
});

/** The picture as it is shown, without what the original tells of a place or a phone. */
const pictureBytes = staffRoute({
  method: 'GET',
  path: '/disclosures/:id/files/:file/picture/bytes',
  params: fileParams,
  within: ({ id, file }) => `/disclosures/${id}/files/${file}/picture`,
  may: 'disclosure.triage',
  records: 'file.viewed',
  async handle(ctx) {
    const { disclosure, file } = await toLookAt(ctx);
    const lying = await shownOf(ctx.tx, ctx.organisation, file.id, 'whole');
    if (!lying) throw notFound();
    await happened(ctx.tx, ctx, {
      ...{ name: 'file.viewed', caseId: null, disclosureId: disclosure.id },
      ...{ subjectId: file.id, data: { as: 'whole' } },
    });
    const body = () => bytesToSend(ctx.services, ctx.organisation, lying);
    return answerFile({ name: null, type: 'image/jpeg', body, foreign: true });
  },
});

export const toldFileRoutes: readonly Route[] = [...byTheTeam, ...byWhoeverTold, picture, pictureBytes];
