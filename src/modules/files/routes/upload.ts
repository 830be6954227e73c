import { z } from 'zod';
import { typeOfBytes } from '#kit/files/type-of-bytes.ts';
import { adds } from '#kit/http/form-page.ts';
import type { Route, UploadedFile } from '#kit/http/route.ts';
import { caseFormPage, caseParams } from '#modules/case-file/index.ts';
import { contactsOf } from '#modules/contact/index.ts';
import { today } from '#rules/calendar.ts';
import { judge, mostBytes, tooLarge, tooMany } from '../file-types.ts';
import { uploadForm } from '../forms/upload-form.ts';
import { paths } from '../paths.ts';
import { keepFiles, type ToKeep } from '../store/keep.ts';
import { newFilesPage } from '../views/upload.ts';

const upload = caseFormPage({
  path: '/cases/:id/files/new',
  params: caseParams,
  query: z.object({ contact: z.string().max(50).optional().catch(undefined) }),
  may: 'case.work',
  records: 'file.added',
  title: 'Add files',
  draft: ({ id }) => ({ form: 'files', about: id }),
  upload: { bytes: mostBytes, sealed: true },
  version: adds,
  load: (ctx) => contactsOf(ctx.tx, ctx.organisation, ctx.params.id),
  schema: (ctx, _, contacts) =>
    uploadForm(
      contacts.map(({ id }) => id),
      today(ctx),
    ),
  fresh: (ctx) => ({ contactId: ctx.query.contact ?? '' }),
  view: (model, form, contacts, ctx) =>
    newFilesPage(model, form, { contacts, scanned: ctx.services.files.scanner !== null }),
  async save(ctx, { shows, source, contactId, made }) {
    const files = await judged(ctx.files.filter(({ field }) => field === 'files'));
    if ('problem' in files) return { errors: { files: files.problem } };
    const { id: caseId } = ctx.params;
    const said = { caseId, contactId: contactId || null, shows, source, madeOn: made };
    await keepFiles(ctx, files.taken, said);
    const count = files.taken.length;
    return { to: paths.files(caseId), said: count === 1 ? 'A file was added' : `${count} files were added` };
  },
});

/** All of them are taken, or none is: what is wrong with each is said at once. */
async function judged(
  files: readonly UploadedFile[],
): Promise<{ readonly taken: readonly ToKeep[] } | { readonly problem: string }> {
  if (files.length === 0) return { problem: 'Choose at least one file' };
  const taken: ToKeep[] = [];
  const problems: string[] = [];
  for (const { name, path, received, refused } of files) {
    if (!received) {
      problems.push((refused === 'too-many' ? tooMany(name) : tooLarge(name)).because);
      continue;
    }
    const found = judge({ name, bytes: received.bytes, mediaType: await typeOfBytes(received.head) });
    if (found.ok) taken.push({ received, path, name, kind: found.kind, mediaType: found.mediaType });
    else problems.push(found.because);
  }
  if (problems.length === 0) return { taken };
  return { problem: `${problems.join('. ')}. Nothing was added: choose your files again` };
}

export const uploadRoutes: readonly Route[] = upload;
