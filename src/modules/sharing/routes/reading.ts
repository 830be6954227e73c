import { page } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { inCase, loadCase } from '#modules/case-file/index.ts';
import { happened } from '#modules/obligations/index.ts';
import { fingerprintOf } from '../store/read-by.ts';
import { shareOf } from '../store/shares.ts';
import { whatLeftAs } from '../store/what-left.ts';
import { readingPage, sentReadingPage } from '../views/reading.ts';
import { documentOf } from './ready.ts';
import { sentParams, shareParams } from './share-params.ts';

/** Word for word what would leave, before anybody agrees to it or sends it; that it was opened is on record. */
const reading = staffRoute({
  method: 'GET',
  path: '/cases/:id/shares/:share/reading',
  params: shareParams,
  may: 'case.see',
  records: 'share.viewed',
  async handle(ctx) {
    const { id: caseId, share: shareId } = ctx.params;
    const model = await loadCase(ctx, caseId);
    const share = await shareOf(ctx.tx, ctx.organisation, caseId, shareId);
    if (!share) throw notFound();
    const document = await documentOf(ctx, model, share);
    const print = fingerprintOf(document);
    await happened(ctx.tx, ctx, { name: 'share.viewed', caseId, subjectId: shareId, data: { print } });
    return page(inCase(model, 'Sharing', () => readingPage(model, share, document)));
  },
});

/** Word for word what left, as it was sealed then, whatever has changed since. */
const sentReading = staffRoute({
  method: 'GET',
  path: '/cases/:id/shares/:share/sent/:sent/reading',
  params: sentParams,
  may: 'case.see',
  records: 'share.viewed',
  async handle(ctx) {
    const { id: caseId, share: shareId, sent: sentId } = ctx.params;
    const model = await loadCase(ctx, caseId);
    const share = await shareOf(ctx.tx, ctx.organisation, caseId, shareId);
    const asked = { caseId, shareId, sentId };
    const left = await whatLeftAs(ctx.tx, ctx.organisation, ctx.services.secret, asked);
    if (!share || !left) throw notFound();
    const data = { print: left.sha256, sent: sentId };
    await happened(ctx.tx, ctx, { name: 'share.viewed', caseId, subjectId: shareId, data });
    return page(inCase(model, 'Sharing', () => sentReadingPage(model, share, left)));
  },
});

export const readingRoutes: readonly Route[] = [reading, sentReading];
