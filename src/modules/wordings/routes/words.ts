import { redirect } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { adds, formPage } from '#kit/http/form-page.ts';
import { ids, type Route, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { wordForm } from '../forms/forms.ts';
import { paths } from '../paths.ts';
import { addWord, endWord, ownWordsOf } from '../store/words.ts';
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

export const wordRoutes: readonly Route[] = [...words, endingWord];
