import { z } from 'zod';
import { redirect } from '#kit/http/answers.ts';
import { adds } from '#kit/http/form-page.ts';
import { later, type Route } from '#kit/http/route.ts';
import { caseFormPage, caseParams } from '#modules/case-file/index.ts';
import { contactsOf } from '#modules/contact/index.ts';
import { today } from '#rules/calendar.ts';
import { mostBytes } from '../file-types.ts';
import { uploadForm } from '../forms/upload-form.ts';
import { paths } from '../paths.ts';
import { judged } from '../store/judged.ts';
import { keepFiles, placeFiles } from '../store/keep.ts';
import { contactInWords, newFilesPage } from '../views/upload.ts';

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
  async save(begun, { shows, source, contactId, made }, _, contacts) {
    const { organisation, services, files, calendar } = begun;
    const { id: caseId } = begun.params;
    const judgedFiles = await judged(files);
    if ('problem' in judgedFiles) return { errors: { files: judgedFiles.problem } };
    const { taken } = judgedFiles;
    const contact = contacts.find(({ id }) => id === contactId);
    const cameWith = contact && `in the contact of ${contactInWords(contact, calendar)}`;
    const said = {
      contactId: contact?.id ?? null,
      shows,
      source,
      madeOn: made,
      ...(cameWith && { cameWith }),
    };
    return later(async (again) => {
      const placed = await placeFiles(services, organisation, taken);
      await again((ctx) => keepFiles(ctx, { caseId }, placed, said));
      const added = taken.length === 1 ? 'A file was added' : `${taken.length} files were added`;
      return redirect(contact ? paths.contact(caseId) : paths.files(caseId), added);
    });
  },
});

export const uploadRoutes: readonly Route[] = upload;
