import type { ImapFlow } from 'imapflow';
import type { CameBack, Knows, Mailbox, Place } from '../carrier.ts';
import { codeOf } from '../failure.ts';
import { stopwatch } from '../now.ts';
import { type Reader, readerApart } from './apart.ts';
import type { Tokens } from './client-credentials.ts';
import { ownIdsIn } from './own-ids.ts';

export interface MailboxSettings {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly folder: string;
  readonly signsIn: { readonly password: string } | { readonly tokens: Tokens };
  /** After the `@` of the ids that our messages carry. */
  readonly domain: string;
}

/** So many at once; the rest have their turn in the next run. */
const most = 50;
/** What is longer is read to here: what somebody wrote stands at the beginning. In bytes. */
const longest = 512 * 1024;
/** In milliseconds. */
const patience = 30_000;
/** So long a run reads on, in milliseconds: what else the program does by itself waits for it. */
const longestRun = 20_000;

/** The mailbox into which answers come, read by IMAP: what is not about a message of ours stays as it is. */
export function imapMailbox(settings: MailboxSettings): Mailbox {
  return {
    name: settings.host,
    async collect(place, keep, knows) {
      const { signsIn } = settings;
      const auth = await authOf(signsIn);
      if ('fault' in auth) return { how: 'failed', fault: auth.fault };
      const reader = readerApart();
      try {
        return await over(settings, auth, (client) =>
          walk({ client, reader, ...settings }, place, { keep, knows }),
        );
      } catch (thrown) {
        const refused = (thrown as { authenticationFailed?: boolean }).authenticationFailed;
        if (refused && 'tokens' in signsIn) signsIn.tokens.forget();
        return { how: 'failed', fault: refused ? 'sign_in' : (codeOf(thrown) ?? 'broken') };
      } finally {
        await reader.close();
      }
    },
    close() {},
  };
}

type Auth = { readonly pass: string } | { readonly accessToken: string };

/** With a password or, where none is taken any more, with a token that was asked for (XOAUTH2). */
async function authOf(signsIn: MailboxSettings['signsIn']): Promise<Auth | { readonly fault: string }> {
  if ('password' in signsIn) return { pass: signsIn.password };
  const token = await signsIn.tokens.current();
  return 'how' in token ? { fault: token.fault } : { accessToken: token.value };
}

async function over<T>(
  { host, port, user }: MailboxSettings,
  auth: Auth,
  work: (client: ImapFlow) => Promise<T>,
): Promise<T> {
  const { ImapFlow: Client } = await import('imapflow');
  const here = ['127.0.0.1', 'localhost', '::1'].includes(host);
  const client = new Client({
    ...{ host, port, secure: port === 993, auth: { user, ...auth } },
    // Neither a password nor a token goes over an open line; this machine is none.
    doSTARTTLS: port === 993 ? undefined : !here,
    ...{ logger: false, emitLogs: false, disableAutoIdle: true },
    ...{ connectionTimeout: patience, greetingTimeout: patience, socketTimeout: 2 * patience },
  });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.logout().catch(() => client.close());
  }
}

async function walk(
  {
    client,
    reader,
    folder,
    domain,
  }: MailboxSettings & { readonly client: ImapFlow; readonly reader: Reader },
  place: Place | null,
  { keep, knows }: { readonly keep: (one: CameBack) => Promise<boolean>; readonly knows: Knows },
): ReturnType<Mailbox['collect']> {
  const taken = stopwatch();
  const { uidValidity } = await client.mailboxOpen(folder);
  const validity = String(uidValidity);
  const from = place?.validity === validity ? place.uid : 0;
  const found = ((await client.search({ uid: `${from + 1}:*` }, { uid: true })) || [])
    .filter((uid) => uid > from)
    .toSorted((one, other) => one - other)
    .slice(0, most);
  let last = from;
  for (const uid of found) {
    const one = await client.fetchOne(String(uid), { source: { maxLength: longest } }, { uid: true });
    const source = one ? one.source : undefined;
    // What is about nothing of ours is never taken apart: it may be made to harm whatever does.
    const ours = source !== undefined && (await knows(ownIdsIn(source, domain)));
    const returned = ours && (await reader.read({ source, domain, key: `${validity} ${uid}` }));
    // Kept behind the wall of its case, it has no business in a mailbox that others read.
    if (returned && (await keep(returned))) await client.messageDelete(String(uid), { uid: true });
    last = uid;
    if (taken() > longestRun) break;
  }
  return { how: 'collected', place: { validity, uid: last } };
}
