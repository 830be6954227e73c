import type { Transporter } from 'nodemailer';
import type { Logger } from 'pino';
import type { OrganisationId } from '#rules/facts.ts';
import { agencyMail } from './agency-mail.ts';
import { afterFailure, type MailFault, type Outcome } from './delivery.ts';
import type { Job } from './jobs.ts';
import type { Now } from './now.ts';
import { type Letter, putInOutbox, settleLetter, takeLetters, tidyOutbox } from './outbox.ts';
import type { MailQueue, Services } from './services.ts';
import { transact } from './sql.ts';

/** Queues e-mail in the caller's transaction. */
export function mailQueue(staffUrl: string, now: Now): MailQueue {
  return {
    send: (tx, { organisation, to, link, waiting = null, shared = null }) =>
      putInOutbox(
        tx,
        organisation,
        { to, link: new URL(link ?? '/', staffUrl).href, waiting, shared },
        now(),
      ),
  };
}

/** Where no mail server is configured: nothing is queued, so that nothing waits for years to be sent at once. */
export const noMail: MailQueue = { send: async () => {}, goesNowhere: true };

/**
 * The whole of an e-mail to a colleague. An inbox may be read over a shoulder or on a shared phone: no name, no
 * subject, no hint of what the task is (domain reference §9); only how many wait, and whether one of them cannot wait
 * at all.
 */
export function neutralMail({ to, link, waiting }: Pick<Letter, 'to' | 'link' | 'waiting'>): {
  to: string;
  subject: string;
  text: string;
} {
  const [atOnce = 0, today = 0, later = 0] = waiting ?? [];
  const subject = atOnce > 0 ? 'Lintel needs you at once' : 'You have a task in Lintel';
  const counts = [
    ['At once', atOnce],
    ['Today', today],
    ['Later', later],
  ] as const;
  const lines = counts.filter(([, count]) => count > 0).map(([when, count]) => `${when}: ${count}`);
  return {
    to,
    subject,
    text: [`${subject}.`, lines.join('\n'), link].filter(Boolean).join('\n\n').concat('\n'),
  };
}

/** Hands a letter to a mail server; throws what the server or the way to it had against it. */
export interface Post {
  send(letter: Letter): Promise<void>;
  close(): void;
}

/** A mail server, spoken to with SMTP. @param smtpUrl `smtps://user:password@host:465` */
export function smtpPost({ smtpUrl, from }: { readonly smtpUrl: string; readonly from: string }): Post {
  let opened: Promise<Transporter> | undefined;
  // Asks other programs not to answer: an absence note would tell a stranger's inbox about ours.
  const headers = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };
  return {
    async send(letter) {
      // The same id however often it is tried: who gets it twice may show it once (RFC 5322, section 3.6.4).
      const messageId = `<${letter.id}@${from.split('@').at(-1)?.replace(/>$/, '')}>`;
      opened ??= transportTo(smtpUrl);
      const transport = await opened;
      const { to, link, shared } = letter;
      const said = shared === null ? neutralMail(letter) : { to, ...agencyMail(shared, link) };
      await transport.sendMail({ ...said, from, headers, messageId });
    },
    close: () => {
      opened?.then((transport) => transport.close()).catch(() => {});
    },
  };
}

/** Loaded with the first letter: it takes more memory than most of what is always there. */
async function transportTo(smtpUrl: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: letters,
    // Well within the lease, in milliseconds: a server that says nothing is not waited for.
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
  } as never);
}

/** As many as are under way at once: a program that is killed sends no more than these a second time. */
const letters = 2;
/** Rounds of one run: however much waits, other landlords' mail has its turn. */
const rounds = 50;

/** Sends what waits in the outbox. */
export function delivering(post: Post, log: Pick<Logger, 'error'>): Job {
  return {
    name: 'mail',
    every: Temporal.Duration.from({ seconds: 2 }),
    async run(services, organisation) {
      const gaveUp = await transact(services.db, { organisation, system: true }, (tx) =>
        tidyOutbox(tx, organisation, services.now()),
      );
      if (gaveUp > 0) log.error({ organisation, letters: gaveUp }, 'mail given up after days');
      for (let round = 0; round < rounds; round += 1) {
        const taken = await transact(services.db, { organisation, system: true }, (tx) =>
          takeLetters(tx, organisation, services.now(), letters),
        );
        const outcomes = await Promise.all(
          taken.map((letter) => deliver(services, organisation, post, letter)),
        );
        for (const outcome of outcomes)
          if (outcome.how === 'refused') log.error({ organisation, fault: outcome.fault }, 'mail refused');
        // A server that is away is not asked for each letter that waits.
        if (taken.length < letters || outcomes.some(({ how }) => how === 'later')) return;
      }
    },
  };
}

async function deliver(
  services: Services,
  organisation: OrganisationId,
  post: Post,
  letter: Letter,
): Promise<Outcome> {
  const outcome = await tryToSend(post, letter, services.now);
  await transact(services.db, { organisation, system: true }, (tx) =>
    settleLetter(tx, organisation, letter, outcome, services.now()),
  );
  return outcome;
}

async function tryToSend(post: Post, letter: Letter, now: Now): Promise<Outcome> {
  try {
    await post.send(letter);
    return { how: 'sent' };
  } catch (fault) {
    return afterFailure(fault as MailFault, letter.attempts, now());
  }
}
