import { redirect } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { adds, formPage } from '#kit/http/form-page.ts';
import { ids, type Route, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { lint } from '#rules/message-lint.ts';
import { momentInWords } from '#rules/moment.ts';
import { senderForm, wordForm } from '../forms/forms.ts';
import { paths } from '../paths.ts';
import { inWords } from '../preview.ts';
import { inLanguage, lintFactsOf } from '../store/lint-facts.ts';
import { type Sender, senderOf, setSender } from '../store/sender.ts';
import { addWord, endWord, ownWordsOf } from '../store/words.ts';
import { senderPage } from '../views/sender.ts';
import { wordsPage } from '../views/words.ts';

const backLink = { href: paths.wordings, text: 'Wordings' };

const words = formPage({
  path: paths.words,
  may: 'wording.manage',
  records: 'telling-word.added',
  shown: { records: { nothing: 'Words that are in no case.' } },
  version: adds,
  draft: () => ({ form: 'telling-word', about: null }),
  load: (ctx) => ownWordsOf(ctx.tx, ctx.organisation),
  schema: () => wordForm,
  view: (form, own, ctx) => ({
    title: 'Words that tell',
    backLink,
    main: () => wordsPage({ own, staff: ctx.staff }, form, () => newId<string>()),
  }),
  save: async (ctx, { word }) => {
    if (!(await addWord(ctx.tx, ctx, word))) return { errors: { word: 'It is looked for already' } };
    return { to: paths.words, said: 'It is looked for from now on' };
  },
});

const endingWord = staffRoute({
  method: 'POST',
  path: paths.endWord(':word'),
  params: ids('word'),
  may: 'wording.manage',
  records: 'telling-word.ended',
  handle: async (ctx) => {
    if (!(await endWord(ctx.tx, ctx, ctx.params.word))) throw notFound();
    return redirect(paths.words, 'It is looked for no longer');
  },
});

const sender = formPage({
  path: paths.sender,
  may: 'wording.manage',
  records: 'message-sender.set',
  shown: { records: { nothing: 'A number and an address of the office.' } },
  version: (last: Sender | null) => last?.setAt.toString() ?? '',
  draft: () => ({ form: 'message-sender', about: null }),
  load: (ctx) => senderOf(ctx.tx, ctx.organisation),
  schema: () => senderForm,
  fresh: (_, last) => ({ callBack: last?.callBack ?? '', returnAddress: last?.returnAddress ?? '' }),
  view: (form, last, ctx) => ({
    title: 'Number and return address',
    backLink,
    main: () => senderPage(form, last, (at) => momentInWords(at, ctx.calendar)),
  }),
  save: async (ctx, { callBack, returnAddress }) => {
    const facts = inLanguage(await lintFactsOf(ctx.tx, ctx), 'en');
    const found = lint({ channel: 'letter', language: 'en', subject: '', body: returnAddress }, facts);
    if (found.length > 0) return { errors: { returnAddress: inWords(found) } };
    await setSender(ctx.tx, ctx, { callBack, returnAddress: returnAddress.trim() });
    return { to: paths.wordings, said: 'Saved' };
  },
});

export const settingRoutes: readonly Route[] = [...words, endingWord, ...sender];
