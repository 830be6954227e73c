import type { FormModel } from '#kit/components/form.ts';
import type { Form, Typed } from '#kit/forms.ts';
import type { Html } from '#kit/html.ts';
import { page } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { adds, endsOnce, formPage, type Outcome } from '#kit/http/form-page.ts';
import { ids, type Records, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { dayFields } from '#kit/typed-day.ts';
import { today } from '#rules/calendar.ts';
import { allowed, refused } from '#rules/facts.ts';
import {
  answerForm,
  droppingForm,
  outcomeForm,
  programmeForm,
  questionForm,
  referralForm,
} from '../forms/file-forms.ts';
import { paths } from '../paths.ts';
import { mayAsk, type ProgrammeState, programmeState } from '../programme.ts';
import type { OwnFile } from '../store/files.ts';
import {
  askWhetherItMayGo,
  beginProgramme,
  programmesOf,
  recordOutcome,
  referToProgramme,
} from '../store/programmes.ts';
import { answerQuestion, type ProgrammeQuestion, questionFor, questionsFor } from '../store/questions.ts';
import {
  answerPage,
  droppingPage,
  outcomePage,
  programmePage,
  questionPage,
  referralPage,
} from '../views/forms.ts';
import { questionsPage } from '../views/questions.ts';
import { goesOn, load } from './params.ts';

interface Params {
  readonly file: string;
  readonly programme: string;
}
type Context = StaffContext<Params>;

interface Loaded {
  readonly file: OwnFile;
  readonly programmeId: string;
  readonly state: ProgrammeState;
}

async function loadOne(ctx: Context): Promise<Loaded> {
  const file = await load(ctx);
  const programme = (await programmesOf(ctx.tx, ctx.organisation, file.id)).find(
    ({ id }) => id === ctx.params.programme,
  );
  if (!programme) throw notFound();
  return {
    file,
    programmeId: programme.id,
    state: programmeState(programme.steps, programme.answers, ctx.now),
  };
}

interface StepForm<Value> {
  readonly step: 'question' | 'referral' | 'outcome' | 'dropping';
  readonly title: string;
  readonly records: Records;
  readonly when: (state: ProgrammeState) => boolean;
  schema(ctx: Context): Form<Value>;
  fresh?(ctx: Context): Typed;
  view(form: FormModel, name: string): Html;
  save(
    ctx: Context,
    value: Value,
    about: Params & { readonly fileId: string; readonly programmeId: string },
  ): Promise<Outcome<Params>>;
}

/** A step of one programme, where it comes next; a step that does not is refused, and nothing changes. */
function stepForm<Value>(form: StepForm<Value>): readonly Route[] {
  return formPage<Params, unknown, Loaded, Value>({
    path: paths.step(':file', ':programme', form.step),
    params: ids('file', 'programme') as never,
    may: 'own-file.see',
    records: form.records,
    shown: {
      records: 'own-file.viewed',
      record: (ctx, { file }) => record(ctx.tx, ctx, { name: 'own-file.viewed', subjectId: file.id }),
    },
    draft: ({ programme }) => ({ form: `own-programme-${form.step}`, about: programme }),
    version: endsOnce,
    load: loadOne,
    allows: ({ file, state }) => {
      if (!goesOn(file).allowed) return goesOn(file);
      return form.when(state)
        ? allowed
        : refused('Something else comes first: look at the file again.', 'records');
    },
    schema: (ctx) => form.schema(ctx),
    ...(form.fresh && { fresh: form.fresh }),
    view: (fields, { file }) => ({
      title: form.title,
      backLink: { href: paths.file(file.id), text: 'The file' },
      main: () => form.view(fields, file.name),
    }),
    save: (ctx, value, { file, programmeId }) =>
      form.save(ctx, value, { ...ctx.params, fileId: file.id, programmeId }),
  });
}

const beginning = formPage<{ readonly file: string }, unknown, OwnFile, { name: string; words: string }>({
  path: paths.programme(':file'),
  params: ids('file') as never,
  may: 'own-file.see',
  records: 'own-file.programme-begun',
  shown: {
    records: 'own-file.viewed',
    record: (ctx, file) => record(ctx.tx, ctx, { name: 'own-file.viewed', subjectId: file.id }),
  },
  draft: ({ file }) => ({ form: 'own-programme', about: file }),
  version: adds,
  load,
  allows: goesOn,
  schema: () => programmeForm,
  view: (form, file) => ({
    title: 'A programme',
    backLink: { href: paths.file(file.id), text: 'The file' },
    main: () => programmePage(form, file.name),
  }),
  async save(ctx, { name, words }, file) {
    await beginProgramme(ctx.tx, ctx, file.id, { name, words });
    return { to: paths.file(file.id), said: 'Saved. Nobody is referred yet' };
  },
});

const questions = staffRoute({
  method: 'GET',
  path: paths.questions,
  may: 'own-file.manage',
  records: 'programme-questions.viewed',
  async handle(ctx) {
    const waiting = await questionsFor(ctx.tx);
    await record(ctx.tx, ctx, { name: 'programme-questions.viewed' });
    return page({ title: 'Questions for you', main: () => questionsPage(waiting, ctx.calendar) });
  },
});

const answering = formPage<{ readonly question: string }, unknown, ProgrammeQuestion, Answer>({
  path: paths.question(':question'),
  params: ids('question') as never,
  may: 'own-file.manage',
  records: 'programme-question.answered',
  shown: {
    records: 'programme-questions.viewed',
    record: (ctx) => record(ctx.tx, ctx, { name: 'programme-questions.viewed' }),
  },
  draft: ({ question }) => ({ form: 'programme-question', about: question }),
  version: endsOnce,
  load: (ctx) => questionFor(ctx.tx, ctx.params.question),
  schema: () => answerForm,
  view: (form, question) => ({
    title: 'A question for you',
    backLink: { href: paths.questions, text: 'Questions for you' },
    main: () => answerPage(form, question.name),
  }),
  async save(ctx, value, question) {
    await answerQuestion(ctx.tx, ctx, question.id, value);
    return { to: paths.questions, said: 'Answered' };
  },
});
interface Answer {
  readonly said: 'may_go' | 'not_now';
  readonly words: string;
}

const saved = (file: string) => ({ to: paths.file(file), said: 'Saved' });
const notNow = { form: 'Not now. Ask again whether it may go: nobody can say more' };

export const programmeRoutes: readonly Route[] = [
  ...beginning,
  ...stepForm({
    step: 'question',
    title: 'Ask whether it may go',
    records: 'own-file.safety-asked',
    when: mayAsk,
    schema: () => questionForm,
    view: questionPage,
    async save(ctx, _, about) {
      await askWhetherItMayGo(ctx.tx, ctx, about);
      return { to: paths.file(about.fileId), said: 'Asked. Until it is answered it is not now' };
    },
  }),
  ...stepForm({
    step: 'referral',
    title: 'The referral was made',
    records: ['own-file.referred', 'own-file.referral-stopped'],
    when: (state) => state === 'may_go',
    schema: (ctx) => referralForm(today(ctx)),
    fresh: (ctx) => dayFields('referred', today(ctx)),
    view: referralPage,
    async save(ctx, value, about) {
      if (await referToProgramme(ctx.tx, ctx, about, value)) return saved(about.fileId);
      return { errors: notNow, kept: true };
    },
  }),
  ...stepForm({
    step: 'outcome',
    title: 'What came of it',
    records: 'own-file.outcome-recorded',
    when: (state) => state === 'referred',
    schema: () => outcomeForm,
    view: outcomePage,
    async save(ctx, value, about) {
      await recordOutcome(ctx.tx, ctx, about, { step: 'outcome', ...value });
      return saved(about.fileId);
    },
  }),
  ...stepForm({
    step: 'dropping',
    title: 'It is not made',
    records: 'own-file.referral-dropped',
    when: (state) => state !== 'referred' && state !== 'known' && state !== 'dropped',
    schema: () => droppingForm,
    view: droppingPage,
    async save(ctx, value, about) {
      await recordOutcome(ctx.tx, ctx, about, { step: 'dropped', ...value });
      return saved(about.fileId);
    },
  }),
  questions,
  ...answering,
];
