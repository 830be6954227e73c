import { type Carried, type Carrier, heldUp, type Parcel } from '../carrier.ts';
import type { Now } from '../now.ts';
import { messageIdOf, subject } from './email-parts.ts';
import { type Answer, exchange } from './exchange.ts';
import { codeAlone, notTaken } from './outcome.ts';
import { at, readJson, wordAt } from './pointer.ts';

export interface GraphSettings {
  /** Where signing in and Graph are: those of another cloud are elsewhere. */
  readonly signIn: string;
  readonly url: string;
  readonly tenant: string;
  readonly client: string;
  readonly secret: string;
  /** The mailbox that it comes from and that is answered. */
  readonly mailbox: string;
}

/** Microsoft Graph, as an application of its own (client credentials), allowed `Mail.Send` for one mailbox. */
export function graph(settings: GraphSettings, now: Now): Carrier {
  const { url, mailbox } = settings;
  const tokens = tokensOf(settings, now);
  return {
    name: 'Microsoft Graph',
    async carry(parcel, inTime = () => true) {
      const token = await tokens.current();
      if ('how' in token) return token;
      if (!inTime()) return heldUp;
      const answer = await exchange({
        method: 'POST',
        url: `${url}/v1.0/users/${encodeURIComponent(mailbox)}/sendMail`,
        headers: { authorization: `Bearer ${token.value}`, 'content-type': 'application/json' },
        body: JSON.stringify(letterOf(parcel, mailbox)),
      });
      if (answer.how === 'answered' && answer.status === 401) tokens.forget();
      return carriedBy(answer, parcel, mailbox);
    },
    close() {},
  };
}

/**
 * Not into *Sent items*: a second copy there would stand outside the wall, be read by whoever else uses the mailbox and
 * be kept for as long as the landlord keeps its mail. What left is on record in the case, word by word.
 */
function letterOf({ id, to, words, sender }: Parcel, mailbox: string): object {
  return {
    message: {
      subject,
      body: { contentType: 'Text', content: words },
      toRecipients: [{ emailAddress: { address: to } }],
      internetMessageId: messageIdOf(id, mailbox),
      ...(sender !== '' && { from: { emailAddress: { address: mailbox, name: sender } } }),
    },
    saveToSentItems: false,
  };
}

function carriedBy(answer: Answer, { id }: Parcel, mailbox: string): Carried {
  if (answer.how !== 'answered') return answer;
  if (answer.status === 202) return { how: 'taken', carrierId: messageIdOf(id, mailbox) };
  if (answer.status < 300) return { how: 'not_known', fault: String(answer.status) };
  return notTaken(answer, codeAlone(at(readJson(answer.body), '/error/code')));
}

interface Token {
  readonly value: string;
  readonly until: Temporal.Instant;
}

/** One token is used until shortly before its end. */
export function tokensOf(
  settings: Omit<GraphSettings, 'mailbox'>,
  now: Now,
  scope = `${settings.url}/.default`,
) {
  let held: Token | undefined;
  return {
    async current(): Promise<Token | Extract<Carried, { how: 'not_reached' }>> {
      if (held && Temporal.Instant.compare(now(), held.until) < 0) return held;
      const { signIn, tenant, client, secret } = settings;
      const form = { grant_type: 'client_credentials', client_id: client, client_secret: secret, scope };
      const answer = await exchange({
        method: 'POST',
        url: `${signIn}/${encodeURIComponent(tenant)}/oauth2/v2.0/token`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(form).toString(),
      });
      // Whoever is not let in has handed nothing over yet.
      if (answer.how !== 'answered') return { how: 'not_reached', fault: answer.fault };
      const said = readJson(answer.body);
      const value = wordAt(said, '/access_token');
      const fault = `sign_in ${answer.status} ${codeAlone(at(said, '/error'))}`.trim();
      if (answer.status !== 200 || value === '') return { how: 'not_reached', fault };
      const seconds = Number(wordAt(said, '/expires_in')) || 600;
      held = { value, until: now().add({ seconds: Math.max(0, Math.min(seconds, 86_400) - 300) }) };
      return held;
    },
    forget() {
      held = undefined;
    },
  };
}
