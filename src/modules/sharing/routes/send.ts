import type { z } from 'zod';
import { renderPdf, renderWord } from '#kit/documents/render.ts';
import { file as fileAnswer, page, redirect } from '#kit/http/answers.ts';
import { Fault, insist, notFound } from '#kit/http/errors.ts';
import { adds } from '#kit/http/form-page.ts';
import { ids, type Route, staffRoute } from '#kit/http/route.ts';
import { caseFormPage, inCase, loadCase } from '#modules/case-file/index.ts';
import { sentAs } from '#modules/chronology/pure.ts';
import { happened } from '#modules/obligations/index.ts';
import { callBackOf, senderOf } from '#modules/wordings/index.ts';
import { agreedTo, lastDayOf } from '#rules/consent.ts';
import type { CaseId } from '#rules/facts.ts';
import { byWhomItMay, standsUntil } from '#rules/may-share.ts';
import { momentInWords } from '#rules/moment.ts';
import { fileForm, linkForm } from '../forms/file-form.ts';
import { paths } from '../paths.ts';
import { sharingIn } from '../store/around.ts';
import { domainsOf } from '../store/domains.ts';
import { ageKeyProblem, encrypted, newPassphrase } from '../store/encrypted.ts';
import { linksOffered, revokeLink, sendLink } from '../store/links.ts';
import { containerOf, keepWhatLeft } from '../store/send.ts';
import { shareOf } from '../store/shares.ts';
import { filePage, linkPage, secretPage } from '../views/send.ts';
import { addressProblem } from '../work-address.ts';
import { documentOf, insistOpen, readyToSend } from './ready.ts';
import { sentParams, shareParams } from './share-params.ts';

const title = 'Sharing';
const records = Object.values(sentAs);

/** The gate is asked again as it is sent, whatever the page said. */
const asFile = caseFormPage({
  path: '/cases/:id/shares/:share/file',
  params: shareParams,
  may: 'case.work',
  records,
  title,
  draft: ({ share }) => ({ form: 'share-file', about: share }),
  version: adds,
  load: readyToSend,
  schema: () => fileForm,
  view: filePage,
  save: async (ctx, { way, format, key, told, toWhom }, model, { share, gate, learners }) => {
    const open = insistOpen(gate);
    const problem = way === 'age_key' ? await ageKeyProblem(key.trim()) : null;
    if (problem !== null) return { errors: { key: problem } };
    const document = await documentOf(ctx, model, share);
    const plain = await (format === 'pdf' ? renderPdf(document) : renderWord(document));
    const secret = way === 'age_key' ? key.trim() : newPassphrase();
    const name = `${model.file.reference}.${format === 'pdf' ? 'pdf' : 'docx'}`;
    const made = await encrypted(way, { name, bytes: plain }, secret);
    const sentId = await keepWhatLeft(ctx.tx, ctx, ctx.services.secret, {
      ...{ share, gate: open, way, toWhom, plain, learners, entries: share.entries },
      name: made.name,
      container: made.bytes,
      document,
    });
    const shown = { share, sentId, told, what: 'The passphrase', secret: way === 'age_key' ? null : secret };
    return page(inCase(model, title, () => secretPage(model, shown)));
  },
});

/** The file as it was made: not where what let it leave has changed since. */
const take = staffRoute({
  method: 'GET',
  path: '/cases/:id/shares/:share/sent/:sent',
  params: sentParams,
  may: 'case.work',
  records: 'share.exported',
  async handle(ctx) {
    const { id: caseId, share: shareId, sent: sentId } = ctx.params;
    const model = await loadCase(ctx, caseId);
    const found = await containerOf(ctx.tx, ctx.organisation, { caseId, shareId, sentId });
    if (!found) throw notFound();
    const { gate } = await readyToSend(ctx, Promise.resolve(model));
    insistOpen(gate);
    insist(byWhomItMay(found.sentBy, model.file.blockedStaff));
    await happened(ctx.tx, ctx, { name: 'share.exported', caseId, subjectId: shareId });
    return fileAnswer({ name: found.name, type: 'application/octet-stream', body: found.container });
  },
});

const asLink = caseFormPage({
  path: '/cases/:id/shares/:share/link',
  params: shareParams,
  may: 'case.work',
  records,
  title,
  draft: ({ share }) => ({ form: 'share-link', about: share }),
  version: adds,
  load: async (ctx, loading) => {
    if (!linksOffered(ctx.services)) throw notFound();
    const [ready, domains] = await Promise.all([
      readyToSend(ctx, loading),
      domainsOf(ctx.tx, ctx.organisation),
    ]);
    return { ...ready, domains };
  },
  schema: (ctx, _, { share, domains }) =>
    linkForm((address) => addressProblem(address, share.agency, domains, ctx.staff)),
  view: (model, form, facts) => linkPage(model, form, facts),
  save: async (ctx, { address, days, codeTold }, model, { share, gate, learners }) => {
    const open = insistOpen(gate);
    const around = await sharingIn(ctx, model.file);
    const agreed = agreedTo(around.consents, share, around.moment);
    const by = agreed.covered ? around.consents.filter(({ id }) => agreed.by.includes(id)) : [];
    const plain = Buffer.from(JSON.stringify(await documentOf(ctx, model, share)));
    const sentId = await keepWhatLeft(ctx.tx, ctx, ctx.services.secret, {
      ...{ share, gate: open, way: 'link', toWhom: address, plain, learners, container: null },
      entries: share.entries,
      name: `${model.file.reference}.json`,
    });
    const zone = ctx.calendar.rules.timeZone;
    const ends = by.map((each) => lastDayOf(each, zone).add({ days: 1 }).toZonedDateTime(zone).toInstant());
    const asked = ctx.now.add({ hours: 24 * Number(days) });
    const until = [asked, standsUntil(share), ...ends].toSorted(Temporal.Instant.compare)[0];
    const expiresAt = until ?? ctx.now;
    const sender = await senderOf(ctx.tx, ctx.organisation);
    const code = await sendLink(ctx.tx, ctx, ctx.services, {
      ...{ share, sentId, address, codeTold, consents: by.map(({ id }) => id) },
      expiresAt,
      shared: {
        from: ctx.who.organisationName,
        call: callBackOf(sender),
        until: momentInWords(expiresAt, model.calendar),
      },
    });
    const shown = { share, sentId: null, secret: code, what: 'The code', told: codeTold };
    return page(inCase(model, title, () => secretPage(model, shown)));
  },
});

const linkParams = ids('id', 'share', 'link') as unknown as z.ZodType<{
  readonly id: CaseId;
  readonly share: string;
  readonly link: string;
}>;

const revoke = staffRoute({
  method: 'POST',
  path: '/cases/:id/shares/:share/links/:link/revocation',
  params: linkParams,
  may: 'case.work',
  records: 'share.link-revoked',
  async handle(ctx) {
    const { id, share: shareId, link } = ctx.params;
    const share = await shareOf(ctx.tx, ctx.organisation, id, shareId);
    if (!share) throw notFound();
    if (!(await revokeLink(ctx.tx, ctx, { share, linkId: link }))) throw new Fault('stale');
    return redirect(paths.share(id, shareId), 'The link opens nothing any more');
  },
});

export const sendRoutes: readonly Route[] = [...asFile, take, ...asLink, revoke];
