import { z } from 'zod';
import { page, redirect } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { ids, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { noticeLink } from '../notices.ts';
import {
  earlierNotices,
  noticesPerPage,
  readAllNotifications,
  readNotification,
  waitingNotices,
} from '../store/notifications.ts';
import { notificationsPage } from '../views/notifications.ts';
import { waitingGroups } from '../waiting.ts';
import { hiddenFor, momentsFor } from './form-parts.ts';

const query = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });

export const notificationRoutes = [
  staffRoute({
    method: 'GET',
    path: '/notifications',
    may: 'own.account',
    records: 'notifications.viewed',
    query,
    async handle(ctx) {
      const { tx, organisation, staff, commitmentOf } = ctx;
      const [told, earlier] = await Promise.all([
        waitingNotices(tx, organisation, staff, commitmentOf),
        earlierNotices(tx, organisation, staff, ctx.query.page),
        record(tx, ctx, { name: 'notifications.viewed' }),
      ]);
      const model = {
        ...earlier,
        groups: waitingGroups(told),
        page: ctx.query.page,
        pageSize: noticesPerPage,
      };
      const [hidden, at] = [hiddenFor(ctx), momentsFor(ctx)];
      return page({ title: 'Notifications', main: () => notificationsPage(model, hidden, at) });
    },
  }),
  staffRoute({
    method: 'POST',
    path: '/notifications/:id/read',
    may: 'own.account',
    records: { nothing: 'What is behind it is recorded when it is opened.' },
    params: ids('id'),
    once: false,
    async handle(ctx) {
      const found = await readNotification(ctx.tx, ctx.organisation, ctx.staff, ctx.params.id, ctx.now);
      if (!found) throw notFound();
      return redirect(noticeLink(found));
    },
  }),
  staffRoute({
    method: 'POST',
    path: '/notifications/read',
    may: 'own.account',
    records: { nothing: 'One’s own list.' },
    once: false,
    async handle(ctx) {
      await readAllNotifications(ctx.tx, ctx.organisation, ctx.staff, ctx.now);
      return redirect('/notifications', 'All are marked as read');
    },
  }),
];
