import { renderLetters } from '#kit/documents/render.ts';
import { fingerprint } from '#kit/fingerprint.ts';
import { file } from '#kit/http/answers.ts';
import { formPage } from '#kit/http/form-page.ts';
import type { Route, StaffContext } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { record } from '#kit/record.ts';
import { type LetterNow, lettersToPrint } from '#modules/outgoing/index.ts';
import { senderOf } from '#modules/wordings/index.ts';
import { today } from '#rules/calendar.ts';
import { momentInWords } from '#rules/moment.ts';
import { allAtOnce, noReturnAddress, printingForm } from '../forms.ts';
import { letterDocument } from '../letter.ts';
import { paths } from '../paths.ts';
import { openPapers, printLetters } from '../store/papers.ts';
import { lettersPage } from '../views/letters.ts';

/** As one file, made after the commit: whether each may leave was decided in it. */
export async function asFile(ctx: StaffContext, letters: readonly LetterNow[], returnAddress: string) {
  const documents = letters.map((letter) => letterDocument(letter, returnAddress, today(ctx)));
  return file({ name: 'letters.pdf', type: 'application/pdf', body: () => renderLetters(documents) });
}

const toPrint = formPage({
  path: paths.letters,
  takenAt: paths.printing,
  may: 'letter.print',
  records: 'message.printed',
  shown: {
    records: 'letters.viewed',
    record: (ctx) => record(ctx.tx, ctx, { name: 'letters.viewed' }),
  },
  draft: () => ({ form: 'letters', about: null }),
  load: async (ctx: StaffContext) => {
    const [letters, papers, sender] = await Promise.all([
      lettersToPrint(ctx),
      openPapers(ctx.tx, ctx.organisation),
      senderOf(ctx.tx, ctx.organisation),
    ]);
    return { letters, papers, sender };
  },
  schema: (_, { letters }) => printingForm(letters.map(({ message }) => message.id)),
  // What was shown of who would learn it is what is kept: where that changed meanwhile, it is looked at again.
  version: ({ letters }) => fingerprint(letters.map(({ message, learners }) => [message.id, learners])),
  view: (form, model, ctx) => ({
    title: 'Letters',
    main: () => lettersPage({ ...model, when: (at) => momentInWords(at, ctx.calendar) }, form),
  }),
  async save(ctx, chosen, { letters, sender }) {
    if (!sender) return { errors: { letters: noReturnAddress } };
    const batch = newId<string>();
    const all = chosen === allAtOnce;
    const of = all ? letters : letters.filter(({ message }) => chosen.includes(message.id));
    const how = { chosen: all ? 'all_at_once' : 'by_itself' } as const;
    const printed = await printLetters(ctx.tx, ctx, batch, of, how);
    if (printed.length === 0) return { second: true };
    return asFile(ctx, printed, sender.returnAddress);
  },
});

export const toPrintRoutes: readonly Route[] = toPrint;
