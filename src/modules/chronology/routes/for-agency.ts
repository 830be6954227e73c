import type { DocumentModel } from '#kit/documents/model.ts';
import type { CaseContext } from '#modules/case-file/index.ts';
import type { CaseModel } from '#modules/case-file/pure.ts';
import { exportDocument } from '../export-document.ts';
import { redactor } from '../redaction.ts';
import { whomAbout } from '../views/entry-list.ts';
import { loadExport } from './export-selection.ts';

/** Chosen entries as they go to an agency or a court, and what takes out of any text what is usually kept back. */
export interface ForAgency {
  /** Null where no entry was chosen. */
  readonly document: DocumentModel | null;
  /** How many of those that were chosen may not go. */
  readonly missing: number;
  clean(text: string): string;
}

/** By the rule and the redaction of the chronology’s own file: where people live and how they are reached stays. */
export async function forAgency(
  ctx: CaseContext,
  model: CaseModel,
  wanted: { readonly court: boolean; readonly recipient: string; readonly entries: readonly string[] },
): Promise<ForAgency> {
  const purpose = wanted.court ? 'court' : 'partner';
  const about = { purpose, recipient: wanted.recipient, decision: null } as const;
  const asked = { ...about, reaches: '', from: '', to: '' };
  const loaded = await loadExport(ctx, model, asked);
  const entries = loaded.selection.shown.filter(({ id }) => wanted.entries.includes(id));
  const texts = loaded.withholdings.filter(({ usual }) => usual).flatMap((each) => each.texts);
  const taken = redactor(texts);
  const document = exportDocument({
    ...{ reference: model.file.reference, purpose, recipient: wanted.recipient, entries, redactor: taken },
    ...{ whole: false, aboutWhom: (aboutId: string) => whomAbout(model, aboutId), policies: [], period: '' },
    ...{ readerName: ctx.who.name, calendar: model.calendar, now: ctx.now },
  });
  return {
    document: entries.length === 0 ? null : document,
    missing: wanted.entries.length - entries.length,
    clean: (text) => taken.clean(text),
  };
}
