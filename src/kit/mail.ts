import nodemailer from 'nodemailer';
import type { Queue } from './queue.ts';
import type { MailQueue } from './services.ts';

/** What is kept of an e-mail until it is sent: an address of a colleague, and a link into Lintel. */
interface QueuedMail {
  readonly to: string;
  readonly link: string;
}

/** Queues e-mail in the caller's transaction. */
export function mailQueue(queue: Queue, staffUrl: string): MailQueue {
  return {
    async send(tx, { to, link }) {
      const mail: QueuedMail = { to, link: new URL(link ?? '/', staffUrl).href };
      await queue.enqueue(tx, 'mail', mail);
    },
  };
}

/** Where no mail server is configured: nothing is queued, so that nothing waits for years to be sent at once. */
export const noMail: MailQueue = { send: async () => {} };

/**
 * The whole of an e-mail. An inbox may be read over a shoulder or on a shared phone: no name, no subject, no hint of
 * what the task is (domain reference §9).
 */
export function neutralMail({ to, link }: QueuedMail): { to: string; subject: string; text: string } {
  return { to, subject: 'You have a task in Lintel', text: `You have a task in Lintel.\n\n${link}\n` };
}

/** Sends what is queued through SMTP, until the queue is stopped. @param smtpUrl `smtps://user:password@host:465` */
export async function sendMail(
  queue: Queue,
  { smtpUrl, from }: { readonly smtpUrl: string; readonly from: string },
): Promise<{ close(): void }> {
  const transport = nodemailer.createTransport({ url: smtpUrl, pool: true, maxConnections: 2 } as never);
  await queue.work<QueuedMail>('mail', async (mail) => {
    // Asks other programs not to answer: an absence note would tell a stranger's inbox about ours.
    const headers = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };
    await transport.sendMail({ ...neutralMail(mail), from, headers });
  });
  return { close: () => transport.close() };
}
