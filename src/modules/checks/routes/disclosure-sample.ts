import type { z } from 'zod';
import { notFound } from '#kit/http/errors.ts';
import { formPage } from '#kit/http/form-page.ts';
import { ids, type StaffContext } from '#kit/http/route.ts';
import { openFile } from '#modules/case-file/index.ts';
import { disclosureOf, whatWasDone } from '#modules/disclosures/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { DisclosureId } from '#rules/facts.ts';
import { sightOf } from '#rules/proposal.ts';
import { answerForm } from '../answer-form.ts';
import { about, paths } from '../paths.ts';
import { mayAnswer } from '../sample.ts';
import { answerSample, sampleOf } from '../store/samples.ts';
import { disclosureSamplePage } from '../views/disclosure-sample.ts';

interface Params {
  readonly id: DisclosureId;
  readonly sample: string;
}

/** A kept promise about what never became a case, drawn by chance: it opens where what was told opens. */
export const disclosureSample = formPage({
  path: '/disclosures/:id/samples/:sample',
  params: ids('id', 'sample') as z.ZodType<Params>,
  may: 'check.answer',
  records: 'sample.answered',
  shown: {
    records: 'disclosure.viewed',
    record: (ctx, { disclosure: { id: subjectId, caseId } }) =>
      happened(ctx.tx, ctx, { name: 'disclosure.viewed', caseId, subjectId }),
  },
  draft: ({ sample }) => ({ form: 'sample', about: sample }),
  async load(ctx: StaffContext<Params, unknown>) {
    const { tx, organisation, params, staff } = ctx;
    const disclosure = await disclosureOf(tx, organisation, params.id);
    const found = disclosure && (await sampleOf(tx, organisation, params.sample));
    if (!found || found.disclosureId !== disclosure.id) throw notFound();
    const { caseNow, leadThen, leadNow } = found;
    const sight = caseNow === null ? 'inside' : sightOf(await openFile(tx, organisation, caseNow));
    const may = mayAnswer({ ...found, leads: [leadThen, leadNow] }, staff, sight);
    return { disclosure, found, sight, may, done: await whatWasDone(tx, organisation, disclosure.id) };
  },
  allows: ({ may }) => may,
  version: ({ found }) => found.version,
  schema: () => answerForm,
  view: (fields, { disclosure, found: sample, done, may }, { pack, calendar, commitmentOf }) => ({
    title: 'Drawn by chance',
    backLink: { href: about(sample), text: disclosure.reference },
    main: () => disclosureSamplePage({ sample, done, may, fields, pack, calendar, commitmentOf }),
  }),
  async save(ctx, { _version: version, answer, why }, { found, sight }) {
    await answerSample(ctx.tx, ctx, found, { answer, why, version, sight });
    return { to: paths.list, said: 'Your answer is saved' };
  },
});
