import { type Carried, type Carrier, heldUp, type Parcel } from '../carrier.ts';
import type { Now } from '../now.ts';
import { type Application, tokensOf } from './client-credentials.ts';
import { messageIdOf, subject } from './email-parts.ts';
import { type Answer, exchange } from './exchange.ts';
import { codeAlone, notTaken } from './outcome.ts';
import { at, readJson } from './pointer.ts';

export interface GraphSettings extends Application {
  /** That of another cloud is elsewhere. */
  readonly url: string;
  /** The mailbox that it comes from and that is answered. */
  readonly mailbox: string;
}

/** Microsoft Graph, as an application of its own (client credentials), allowed `Mail.Send` for one mailbox. */
export function graph(settings: GraphSettings, now: Now): Carrier {
  const { url, mailbox } = settings;
  const tokens = tokensOf(settings, `${url}/.default`, now);
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
