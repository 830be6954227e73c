import { withdrawalForm } from '#kit/decision-form.ts';
import { parseForm } from '#kit/forms.ts';
import { type Answer, page, redirect } from '#kit/http/answers.ts';
import { Fault, notFound } from '#kit/http/errors.ts';
import { draftQuery, type FormPage, formOn, formPage } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { record } from '#kit/record.ts';
import { may } from '#rules/may.ts';
import { momentInWords } from '#rules/moment.ts';
import { type Decision, mayDecide } from '#rules/proposal.ts';
import { wordingDecisionForm } from '../forms/forms.ts';
import { paths } from '../paths.ts';
import { problemsWith } from '../preview.ts';
import { inLanguage, lintFactsOf } from '../store/lint-facts.ts';
import { decideWording, findVersion, type WordingVersion } from '../store/wordings.ts';
import { versionPage } from '../views/version.ts';
import { wordingKind } from '../wordings.ts';

const params = ids('version');
type Context = StaffContext<{ readonly version: string }>;
interface Decided {
  readonly decision: 'approved' | 'declined';
  readonly why: string;
}

const decision: FormPage<{ readonly version: string }, unknown, WordingVersion, Decided> = {
  path: paths.version(':version'),
  takenAt: paths.decide(':version'),
  among: true,
  params,
  may: 'wording.manage',
  seenBy: 'wording.see',
  records: ['wording.approved', 'wording.declined'],
  shown: { records: 'wordings.viewed' },
  version: ({ version }) => version,
  draft: ({ version }) => ({ form: 'wording-decision', about: version }),
  load,
  allows: (version, ctx) => verdictOn(ctx, version, 'declined'),
  schema: () => wordingDecisionForm,
  view: (form, version, ctx) => shown(ctx, version, form),
  async save(ctx, { decision: how, why }, version) {
    // A word may have been added since it was proposed.
    const facts = inLanguage(await lintFactsOf(ctx.tx, ctx), version.language);
    const problem = how === 'approved' && problemsWith(version, facts).body;
    if (problem) return { errors: { decision: `Decline it: ${problem}` } };
    await decideWording(ctx.tx, ctx, version, { decision: how, why, version: version.version });
    return { to: paths.wordings, said: how === 'approved' ? 'Messages say it from now on' : 'Declined' };
  },
};

const one = staffRoute({
  method: 'GET',
  path: paths.version(':version'),
  may: 'wording.see',
  records: 'wordings.viewed',
  params,
  query: draftQuery,
  async handle(ctx) {
    const version = await load(ctx);
    const form = await formOn(decision, ctx, version);
    await record(ctx.tx, ctx, { name: 'wordings.viewed', subjectId: version.id });
    return page(shown(ctx, version, form));
  },
});

const takingBack = staffRoute({
  method: 'POST',
  path: paths.takeBack(':version'),
  may: 'wording.propose',
  records: 'wording.taken-back',
  params,
  async handle(ctx): Promise<Answer> {
    const version = await load(ctx);
    const parsed = parseForm(withdrawalForm, ctx.body);
    if (!parsed.ok) throw new Fault('unreadable');
    const taken = { decision: 'withdrawn', why: '', version: parsed.value._version } as const;
    await decideWording(ctx.tx, ctx, version, taken);
    return redirect(paths.wordings, 'Taken back. Nothing changes');
  },
});

async function load(ctx: Context): Promise<WordingVersion> {
  const found = await findVersion(ctx.tx, ctx.organisation, ctx.params.version);
  if (!found) throw notFound();
  return found;
}

function verdictOn(ctx: Context, version: WordingVersion, how: Decision<'approved'>) {
  const admitted = may(ctx.who.roles, how === 'withdrawn' ? 'wording.propose' : 'wording.manage');
  return admitted.allowed
    ? mayDecide(wordingKind, version, { by: ctx.staff, decision: how, sight: 'inside' })
    : admitted;
}

function shown(ctx: Context, version: WordingVersion, form: Parameters<typeof versionPage>[1]) {
  const model = {
    version,
    pack: ctx.pack,
    mayDecline: verdictOn(ctx, version, 'declined'),
    mayTakeBack: verdictOn(ctx, version, 'withdrawn'),
    takingBack: { csrf: ctx.csrf, submissionId: newId<string>(), version: version.version },
    when: (at: Temporal.Instant) => momentInWords(at, ctx.calendar),
  };
  return {
    title: 'Wording',
    backLink: { href: paths.wordings, text: 'Wordings' },
    paper: 'page' as const,
    main: () => versionPage(model, form),
  };
}

export const versionRoutes: readonly Route[] = [one, ...formPage(decision), takingBack];
