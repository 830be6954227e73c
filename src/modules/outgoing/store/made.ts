import type { FieldErrors } from '#kit/forms.ts';
import type { StaffContext } from '#kit/http/route.ts';
import type { CaseModel } from '#modules/case-file/pure.ts';
import { callBackOf, senderOf, wordingsInUse } from '#modules/wordings/index.ts';
import { findingsInWords, type WordingStanding } from '#modules/wordings/pure.ts';
import { filledIn, type Placeholder, type Values } from '#rules/fill-in.ts';
import type { Language } from '#rules/languages.ts';
import type { SendingChannel } from '#rules/may-send.ts';
import { knownIn } from '../known-in.ts';
import type { Opening } from './openings.ts';
import { findingsIn, type Worded } from './telling.ts';

/** What messages of this case may be made of. */
export interface Wordings {
  readonly inUse: readonly WordingStanding[];
  /** What is known of the case, and whom to call. */
  readonly known: Values;
}

export async function wordingsFor(ctx: StaffContext, model: CaseModel): Promise<Wordings> {
  const [inUse, sender] = await Promise.all([
    wordingsInUse(ctx.tx, ctx.organisation),
    senderOf(ctx.tx, ctx.organisation),
  ]);
  const { file, known, agreed } = model;
  const name = known.find(({ id }) => id === file.personId)?.name ?? '';
  const [first = ''] = name.split(/\s+/);
  return { inUse, known: { number: callBackOf(sender), reason: agreed?.coverReason ?? '', name: first } };
}

export interface Chosen {
  readonly wording: string;
  readonly words: string;
  readonly language: Language;
  readonly when: string;
  readonly place: string;
}

export interface Made {
  readonly words: string;
  readonly language: Language;
  readonly templateVersionId: string | null;
}

const missingOf: Readonly<Partial<Record<Placeholder, { readonly field: string; readonly says: string }>>> = {
  when: { field: 'when', says: 'Say when: this wording tells it' },
  place: { field: 'place', says: 'Say where: this wording tells it' },
  number: {
    field: 'wording',
    says: 'No number to call is in use. Two people agree to one under Team, Wordings',
  },
};

/** Every word that is sent: of a wording with what is known, or as somebody wrote it. Else what is wrong, by field. */
export function madeOf(
  { wording, words, language, when, place }: Chosen,
  channel: SendingChannel,
  { inUse, known }: Wordings,
): Made | { readonly errors: FieldErrors } {
  if (wording === '') return { words, language, templateVersionId: null };
  const chosen = inUse.find(({ of }) => of === wording);
  const by = channel === 'post' ? 'letter' : channel;
  if (!chosen || chosen.wording.channel !== by)
    return { errors: { wording: 'This wording does not go that way. Choose another' } };
  const values = { ...knownIn(chosen.wording, known), when, place };
  const { text, missing } = filledIn(chosen.wording.body, values);
  const lacking = missing.flatMap((each) => missingOf[each] ?? []);
  if (lacking.length > 0)
    return { errors: Object.fromEntries(lacking.map(({ field, says }) => [field, says])) };
  return { words: text, language: chosen.wording.language, templateVersionId: chosen.versionId };
}

/** What it lacks, or what its words would tell, over one of the ways. */
export function wrongOver(
  written: Chosen & Pick<Worded, 'says'>,
  { channel, telling }: Pick<Opening, 'channel' | 'telling'>,
  wordings: Wordings,
): FieldErrors {
  const made = madeOf(written, channel, wordings);
  if ('errors' in made) return made.errors;
  const found = findingsIn({ channel, says: written.says, ...made }, telling);
  return found.length === 0 ? {} : { [written.wording === '' ? 'words' : 'wording']: findingsInWords(found) };
}
