import type { z } from 'zod';
import { renderPdf, renderWord } from '#kit/documents/render.ts';
import { file as fileAnswer, page, redirect } from '#kit/http/answers.ts';
import { Fault, insist, notFound } from '#kit/http/errors.ts';
import { adds } from '#kit/http/form-page.ts';
import { ids, later, type Route, staffRoute } from '#kit/http/route.ts';
import { ofFeared } from '#modules/agreement/index.ts';
import { caseFormPage, inCase, loadCase } from '#modules/case-file/index.ts';
import { sentAs } from '#modules/chronology/pure.ts';
import { happened } from '#modules/obligations/index.ts';
import { callBackOf, senderOf } from '#modules/wordings/index.ts';
import { agreedTo, lastDayOf } from '#rules/consent.ts';
import type { CaseId } from '#rules/facts.ts';
import { byWhomItMay, standsUntil } from '#rules/may-share.ts';
import { momentInWords } from '#rules/moment.ts';
import { whoWouldLearn } from '#rules/who-would-learn.ts';
import { fileForm, linkForm } from '../forms/file-form.ts';
import { insistOpen } from '../gate.ts';
import { paths } from '../paths.ts';
import { sharingIn } from '../store/around.ts';
import { domainsOf } from '../store/domains.ts';
import { ageKeyProblem, encrypted, newPassphrase } from '../store/encrypted.ts';
import { linksOffered, revokeLink, sendLink } from '../store/links.ts';
import { containerOf, keepWhatLeft } from '../store/send.ts';
import { type Share, shareOf } from '../store/shares.ts';
import { filePage, linkPage, secretPage } from '../views/send.ts';
import type { WhenLeft } from '../when-left.ts';
import { addressProblem } from '../work-address.ts';
import { documentOf, readyToSend, stillAsMade } from './ready.ts';
import { type ShareContext, sentParams, shareParams } from './share-params.ts';

const title = 'Sharing';
const records = Object.values(sentAs);

export function sendRoutes(whenLeft: WhenLeft): readonly Route[] {
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
      insistOpen(gate);
      const problem = way === 'age_key' ? await ageKeyProblem(key.trim()) : null;
      if (problem !== null) return { errors: { key: problem } };
      if (await leadsToFeared(ctx, toWhom)) return { errors: { toWhom: toFeared } };
      const document = await documentOf(ctx, model, share);
      const secret = way === 'age_key' ? key.trim() : newPassphrase();
      const name = `${model.file.reference}.${format === 'pdf' ? 'pdf' : 'docx'}`;
      return later(async (again) => {
        const plain = await (format === 'pdf' ? renderPdf(document) : renderWord(document));
        const made = await encrypted(way, { name, bytes: plain }, secret);
        const sentId = await again(async (now) => {
          const gate = await stillAsMade(now as ShareContext, ctx.now, document);
          return keepWhatLeft(now.tx, now, now.services.secret, {
            ...{ share, gate, way, toWhom, plain, learners, entries: share.entries },
            name: made.name,
            container: made.bytes,
            document,
          });
        });
        const shown = {
          ...{ share, sentId, told, what: 'The passphrase' },
          secret: way === 'age_key' ? null : secret,
        };
        return page(inCase(model, title, () => secretPage(model, shown)));
      });
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
      const { gate, share } = await readyToSend(ctx, Promise.resolve(model));
      insistOpen(gate);
      insist(byWhomItMay(found.sentBy, model.file.blockedStaff));
      await happened(ctx.tx, ctx, { name: 'share.exported', caseId, subjectId: shareId });
      await left(ctx, share, 'As an encrypted file, made by Lintel and taken');
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
      if (await leadsToFeared(ctx, address)) return { errors: { address: toFeared } };
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
      await left(ctx, share, 'Over a link, by Lintel');
      const shown = { share, sentId: null, secret: code, what: 'The code', told: codeTold };
      return page(inCase(model, title, () => secretPage(model, shown)));
    },
  });

  const asPaper = staffRoute({
    method: 'POST',
    path: '/cases/:id/shares/:share/paper',
    params: shareParams,
    may: 'case.work',
    records: sentAs.safeguarding,
    async handle(ctx) {
      const model = await loadCase(ctx, ctx.params.id);
      const { share, gate } = await readyToSend(ctx, Promise.resolve(model));
      if (share.referralId === null) throw notFound();
      insistOpen(gate);
      const document = await documentOf(ctx, model, share);
      const name = `${model.file.reference}.pdf`;
      const learners = whoWouldLearn({ by: ['download', 'print'], to: 'safeguarding' }, ctx.pack.words);
      return later(async (again) => {
        const plain = await renderPdf(document);
        await again(async (now) => {
          const gate = await stillAsMade(now as ShareContext, ctx.now, document);
          await keepWhatLeft(now.tx, now, now.services.secret, {
            ...{ share, gate, way: 'paper', toWhom: share.agency, plain, learners, entries: share.entries },
            ...{ name, container: null, document },
          });
        });
        return fileAnswer({ name, type: 'application/pdf', body: plain });
      });
    },
  });

  const left = async (ctx: ShareContext, { referralId, agency }: Share, way: string) => {
    if (referralId !== null) await whenLeft(ctx.tx, ctx, { referralId, whom: agency, way });
  };

  return [...asFile, take, ...asLink, asPaper, revoke];
}

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

/** Whoever is feared never has it from us: neither their number nor their mailbox is where it goes. */
async function leadsToFeared(ctx: ShareContext, whom: string): Promise<boolean> {
  const [found = false] = await ofFeared(ctx.tx, ctx.organisation, ctx.params.id, [whom]);
  return found;
}

const toFeared = 'The register has that as a number or a mailbox of whoever is feared. It never goes there';
