import { z } from 'zod';
import { file as answerFile, declined, invalid, page } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { adds, endsOnce } from '#kit/http/form-page.ts';
import { later, type Route, staffRoute } from '#kit/http/route.ts';
import { caseFormPage, caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { happened } from '#modules/obligations/index.ts';
import { whoWouldLearn } from '#rules/who-would-learn.ts';
import { endingOf } from '../file-types.ts';
import { errorForm, takingForm } from '../forms/upload-form.ts';
import { mayOpen } from '../kept-file.ts';
import { paths } from '../paths.ts';
import { bytesToSend, originalOf, shownOf } from '../store/bytes.ts';
import { custodyOf } from '../store/custody.ts';
import { filesOf } from '../store/files.ts';
import { markInError } from '../store/keep.ts';
import { recordTaken } from '../store/taken.ts';
import { isWhole, markAltered, markWhole } from '../store/verify.ts';
import { custodyPage } from '../views/custody.ts';
import { errorPage, filePage, notThereAnyMore, takingPage } from '../views/file.ts';
import { filesPage } from '../views/files.ts';
import { picturePage } from '../views/picture.ts';
import { fileIn, fileParams } from './params.ts';

const list = staffRoute({
  method: 'GET',
  path: '/cases/:id/files',
  params: caseParams,
  query: z.object({ pictures: z.literal('yes').optional().catch(undefined) }),
  may: 'case.see',
  records: 'case.viewed',
  async handle(ctx) {
    const { id } = ctx.params;
    const [model, files] = await Promise.all([
      loadCase(ctx, id),
      filesOf(ctx.tx, ctx.organisation, id),
      recordView(ctx, id, 'Files and evidence'),
    ]);
    const facts = {
      files,
      pictures: ctx.query.pictures === 'yes',
      scanned: ctx.services.files.scanner !== null,
    };
    return page(inCase(model, 'Files', () => filesPage(model, facts)));
  },
});

const one = staffRoute({
  method: 'GET',
  path: '/cases/:id/files/:file',
  params: fileParams,
  may: 'case.see',
  records: 'case.viewed',
  async handle(ctx) {
    const { id } = ctx.params;
    const [model, found] = await Promise.all([loadCase(ctx, id), fileIn(ctx), recordView(ctx, id, 'A file')]);
    return page(inCase(model, 'A file', () => filePage(model, found)));
  },
});

const custody = staffRoute({
  method: 'GET',
  path: '/cases/:id/files/:file/custody',
  params: fileParams,
  may: 'case.see',
  records: 'case.viewed',
  async handle(ctx) {
    const { id, file } = ctx.params;
    const [model, found, log] = await Promise.all([
      loadCase(ctx, id),
      fileIn(ctx),
      custodyOf(ctx.tx, ctx.organisation, { caseId: id, fileId: file }),
      recordView(ctx, id, 'Who had a file'),
    ]);
    const main = () => custodyPage(model, found, log);
    return page({ ...inCase(model, 'Who had a file', main), paper: 'sheet' });
  },
});

/** A page with the picture, who had it, and the way to hide. */
const picture = staffRoute({
  method: 'GET',
  path: '/cases/:id/files/:file/picture',
  params: fileParams,
  may: 'case.see',
  records: 'case.viewed',
  async handle(ctx) {
    const { id, file } = ctx.params;
    const [model, found, log] = await Promise.all([
      loadCase(ctx, id),
      fileIn(ctx),
      custodyOf(ctx.tx, ctx.organisation, { caseId: id, fileId: file }),
      recordView(ctx, id, 'A file'),
    ]);
    if (!mayOpen(found) || found.shown !== 'made') throw notFound();
    return page(inCase(model, 'A file', () => picturePage(model, found, log)));
  },
});

/** The picture as it is shown: made anew from the original, without what that tells of a place or a phone. */
function bytesOfPicture(size: 'whole' | 'small'): Route {
  return staffRoute({
    method: 'GET',
    path: size === 'whole' ? '/cases/:id/files/:file/picture/bytes' : '/cases/:id/files/:file/small-picture',
    params: fileParams,
    within: ({ id, file }) => paths.picture(id, file),
    may: 'case.see',
    records: 'file.viewed',
    async handle(ctx) {
      const found = await fileIn(ctx);
      const lying = mayOpen(found) && (await shownOf(ctx.tx, ctx.organisation, found.id, size));
      if (!lying) throw notFound();
      await happened(ctx.tx, ctx, {
        name: 'file.viewed',
        caseId: ctx.params.id,
        subjectId: found.id,
        data: { as: size },
      });
      const body = () => bytesToSend(ctx.services, ctx.organisation, lying);
      return answerFile({ name: null, type: 'image/jpeg', body, foreign: true });
    },
  });
}

/** The original, as it came: it leaves Lintel, and who would learn it is said before. */
const taking = caseFormPage({
  path: '/cases/:id/files/:file/taking',
  params: fileParams,
  may: 'chronology.export',
  records: ['file.exported', 'file.altered'],
  title: 'Download a file',
  draft: ({ file }) => ({ form: 'file-taking', about: file }),
  version: adds,
  load: fileIn,
  schema: () => takingForm,
  view: (model, form, found, ctx) =>
    takingPage(model, form, found, whoWouldLearn({ to: 'team', by: ['download'] }, ctx.pack.words)),
  async save(begun, { why }, model, found) {
    const { organisation, services } = begun;
    const lying = mayOpen(found) && (await originalOf(begun.tx, organisation, found.id));
    if (!lying) throw notFound();
    const file = { id: found.id, caseId: begun.params.id };
    return later(async (again) => {
      if (!(await isWhole(services, organisation, lying))) {
        const first = await again((ctx) => markAltered(ctx.tx, ctx, file));
        return (first ? declined : invalid)(inCase(model, 'A file', () => notThereAnyMore(model, found)));
      }
      await again(async (ctx) => {
        if (!mayOpen(await fileIn(ctx))) throw notFound();
        await markWhole(ctx.tx, ctx, file);
        const learners = whoWouldLearn({ to: 'team', by: ['download'] }, ctx.pack.words);
        await recordTaken(ctx.tx, ctx, { caseId: file.caseId, fileId: file.id, why, learners });
      });
      const name = `${model.file.reference}-${found.number}.${endingOf(found.mediaType)}`;
      const body = () => bytesToSend(services, organisation, lying);
      return answerFile({ name, type: 'application/octet-stream', body, foreign: true });
    });
  },
});

const inError = caseFormPage({
  path: '/cases/:id/files/:file/error',
  params: fileParams,
  may: 'case.work',
  records: 'file.marked-in-error',
  title: 'Added in error',
  draft: ({ file }) => ({ form: 'file-error', about: file }),
  version: endsOnce,
  async load(ctx) {
    const found = await fileIn(ctx);
    if (found.errorAt !== null) throw notFound();
    return found;
  },
  schema: () => errorForm,
  view: errorPage,
  async save(ctx, { why }, _, file) {
    const caseId = ctx.params.id;
    if (!(await markInError(ctx.tx, ctx, { caseId, file, why }))) return { second: true };
    return { to: paths.file(caseId, file.id), said: 'It is marked as added in error' };
  },
});

export const fileRoutes: readonly Route[] = [
  list,
  one,
  custody,
  picture,
  bytesOfPicture('whole'),
  bytesOfPicture('small'),
  ...taking,
  ...inError,
];
