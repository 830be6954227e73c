import type { FormModel } from '#kit/components/form.ts';
import type { Form, Typed } from '#kit/forms.ts';
import type { Html } from '#kit/html.ts';
import { page } from '#kit/http/answers.ts';
import { adds, formPage, type Outcome } from '#kit/http/form-page.ts';
import { ids, type Records, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { type Colleague, listStaff } from '#modules/account/index.ts';
import { today } from '#rules/calendar.ts';
import { allowed, caseRoles, refused, type Verdict } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import {
  endingForm,
  needForm,
  newFileForm,
  noteForm,
  safeguardingForm,
  standingForm,
  workerForm,
} from '../forms/file-forms.ts';
import { paths } from '../paths.ts';
import { entriesOf, writeEntry } from '../store/entries.ts';
import {
  endOwnFile,
  giveOwnFile,
  type NotOpened,
  type OwnFile,
  openOwnFile,
  ownFiles,
  recordFinding,
} from '../store/files.ts';
import { programmesOf } from '../store/programmes.ts';
import { filePage } from '../views/file.ts';
import {
  endingPage,
  needPage,
  newFilePage,
  notePage,
  safeguardingPage,
  standingPage,
  workerPage,
} from '../views/forms.ts';
import { listPage } from '../views/list.ts';
import { goesOn, load } from './params.ts';

type Context = StaffContext<{ readonly file: string }>;

const list = staffRoute({
  method: 'GET',
  path: paths.list,
  may: 'own-file.see',
  records: 'own-files.viewed',
  async handle(ctx) {
    const files = await ownFiles(ctx.tx, ctx.organisation);
    await record(ctx.tx, ctx, { name: 'own-files.viewed' });
    const manages = may(ctx.who.roles, 'own-file.manage').allowed;
    return page({ title: 'Own files', main: () => listPage(files, manages, ctx.calendar) });
  },
});

const one = staffRoute({
  method: 'GET',
  path: paths.file(':file'),
  params: ids('file'),
  may: 'own-file.see',
  records: 'own-file.viewed',
  async handle(ctx) {
    const file = await load(ctx);
    const [entries, programmes] = await Promise.all([
      entriesOf(ctx.tx, ctx.organisation, file.id),
      programmesOf(ctx.tx, ctx.organisation, file.id),
    ]);
    await record(ctx.tx, ctx, { name: 'own-file.viewed', subjectId: file.id });
    const { calendar, now } = ctx;
    const model = { file, entries, programmes, manages: file.managerId === ctx.staff, calendar, now };
    return page({
      title: 'Own file',
      backLink: { href: paths.list, text: 'Own files' },
      main: () => filePage(model),
    });
  },
});

const because: Readonly<Record<NotOpened, Readonly<Record<string, string>>>> = {
  nobody: { person: 'Nobody has this reference: enter it as your housing system has it' },
  manager: { form: 'You cannot keep this file. Ask another manager to open it' },
  worker: { workerId: 'This colleague cannot take it. Choose somebody else' },
  once: { form: 'You cannot keep this file. Ask another manager to open it' },
};

/** Nothing says why: an answer that knew more would tell of something else. */
const cannotTakeIt = because.worker;

async function others(ctx: StaffContext): Promise<readonly Colleague[]> {
  const colleagues = await listStaff(ctx.tx, ctx.organisation, { roles: caseRoles });
  return colleagues.filter(({ id }) => id !== ctx.staff);
}

const opening = formPage({
  path: paths.begin,
  may: 'own-file.manage',
  records: ['own-file.opened', 'own-files.viewed'],
  shown: { records: { nothing: 'An empty form.' } },
  version: adds,
  draft: () => ({ form: 'own-file', about: null }),
  load: others,
  schema: (_, offered) => newFileForm(offered.map(({ id }) => id)),
  view: (form, offered) => ({
    title: 'Open a file',
    backLink: { href: paths.list, text: 'Own files' },
    main: () => newFilePage(form, offered),
  }),
  async save(ctx, value) {
    const opened = await openOwnFile(ctx.tx, ctx, value);
    if (typeof opened !== 'string') return { to: paths.file(opened.id), said: 'The file is open' };
    await record(ctx.tx, ctx, { name: 'own-files.viewed', data: { notOpened: true } });
    return { errors: because[opened], kept: true };
  },
});

interface FileForm<Value> {
  readonly path: string;
  readonly title: string;
  /** Neutral, as every name under which something half written is kept. */
  readonly draft: string;
  readonly may?: 'own-file.manage';
  readonly records: Records;
  schema(ctx: Context, offered: readonly Colleague[]): Form<Value>;
  fresh?(ctx: Context): Typed;
  view(form: FormModel, name: string, offered: readonly Colleague[]): Html;
  save(ctx: Context, value: Value, file: OwnFile): Promise<Outcome<{ readonly file: string }>>;
}

/** A form about one file. What only its manager may is refused to whoever works on it, in the same words as a role. */
function fileForm<Value>(form: FileForm<Value>): readonly Route[] {
  const managed = form.may !== undefined;
  return formPage<{ readonly file: string }, unknown, Loaded, Value>({
    path: form.path,
    params: ids('file') as never,
    may: form.may ?? 'own-file.see',
    records: form.records,
    shown: {
      records: 'own-file.viewed',
      record: (ctx, { file }) => record(ctx.tx, ctx, { name: 'own-file.viewed', subjectId: file.id }),
    },
    draft: ({ file }) => ({ form: form.draft, about: file }),
    version: managed ? ({ file }) => file.version : adds,
    load: async (ctx) => ({ file: await load(ctx), offered: managed ? await others(ctx) : [] }),
    allows: ({ file }, ctx) => (managed ? mayManage(file, ctx) : goesOn(file)),
    schema: (ctx, { offered }) => form.schema(ctx, offered),
    view: (fields, { file, offered }) => ({
      title: form.title,
      backLink: { href: paths.file(file.id), text: 'The file' },
      main: () => form.view(fields, file.name, offered),
    }),
    save: (ctx, value, { file }) => form.save(ctx, value, file),
  });
}

interface Loaded {
  readonly file: OwnFile;
  readonly offered: readonly Colleague[];
}

function mayManage(file: OwnFile, { staff }: StaffContext): Verdict {
  if (file.managerId !== staff) return refused('The manager who keeps this file does that.', 'need-to-know');
  return goesOn(file).allowed ? allowed : goesOn(file);
}

const saved = (file: OwnFile) => ({ to: paths.file(file.id), said: 'Saved' });

export const fileRoutes: readonly Route[] = [
  list,
  ...opening,
  one,
  ...fileForm({
    path: paths.note(':file'),
    draft: 'own-note',
    title: 'A note',
    records: 'own-file.entry-recorded',
    schema: () => noteForm,
    view: notePage,
    async save(ctx, { words }, file) {
      await writeEntry(ctx.tx, ctx, { fileId: file.id, kind: 'note', words });
      return saved(file);
    },
  }),
  ...fileForm({
    path: paths.need(':file'),
    draft: 'own-need',
    title: 'What they need',
    records: 'own-file.need-recorded',
    schema: () => needForm,
    view: needPage,
    async save(ctx, value, file) {
      await writeEntry(ctx.tx, ctx, { fileId: file.id, kind: 'need', ...value });
      return saved(file);
    },
  }),
  ...fileForm({
    path: paths.safeguarding(':file'),
    draft: 'own-urgent',
    title: 'Somebody is at risk',
    records: 'own-file.safeguarding-decided',
    schema: () => safeguardingForm,
    view: safeguardingPage,
    async save(ctx, value, file) {
      await writeEntry(ctx.tx, ctx, { fileId: file.id, kind: 'safeguarding', ...value });
      return saved(file);
    },
  }),
  ...fileForm({
    path: paths.standing(':file'),
    draft: 'own-standing',
    title: 'It was decided',
    may: 'own-file.manage',
    records: 'own-file.found',
    schema: (ctx) => standingForm(today(ctx)),
    view: standingPage,
    async save(ctx, value, file) {
      await recordFinding(ctx.tx, ctx, file, value);
      return saved(file);
    },
  }),
  ...fileForm({
    path: paths.worker(':file'),
    draft: 'own-worker',
    title: 'Who works on it',
    may: 'own-file.manage',
    records: ['own-file.given', 'own-file.viewed'],
    schema: (_, offered) => workerForm(offered.map(({ id }) => id)),
    view: workerPage,
    async save(ctx, value, file) {
      if (await giveOwnFile(ctx.tx, ctx, file, value)) return saved(file);
      await record(ctx.tx, ctx, { name: 'own-file.viewed', subjectId: file.id, data: { notGiven: true } });
      return { errors: cannotTakeIt, kept: true };
    },
  }),
  ...fileForm({
    path: paths.ending(':file'),
    draft: 'own-ending',
    title: 'End the file',
    may: 'own-file.manage',
    records: ['own-file.ended', 'own-file.unfounded'],
    schema: () => endingForm,
    view: endingPage,
    async save(ctx, value, file) {
      if (!(await endOwnFile(ctx.tx, ctx, file, value))) return { second: true };
      return value.as === 'unfounded' ? { to: paths.list, said: 'Ended' } : saved(file);
    },
  }),
];
