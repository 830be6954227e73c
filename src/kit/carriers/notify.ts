import { createHmac } from 'node:crypto';
import {
  type Became,
  type Carried,
  type Carrier,
  type Found,
  type Heard,
  heldUp,
  type Parcel,
  type Saying,
} from '../carrier.ts';
import type { Now } from '../now.ts';
import { bearer } from './callback.ts';
import { type Answer, exchange } from './exchange.ts';
import { codeAlone, notTaken } from './outcome.ts';
import { at, readJson, wordAt } from './pointer.ts';
import { sameWords } from './same-words.ts';

export interface NotifySettings {
  readonly url: string;
  readonly templateId: string;
  readonly smsSenderId?: string | undefined;
  /** The whole API key, as Notify shows it once. */
  readonly apiKey: string;
  /** The bearer token that was set in Notify for its callbacks; missing: it is never listened to. */
  readonly callbackToken?: string | undefined;
}

/**
 * GOV.UK Notify, spoken to as its REST API says (https://docs.notifications.service.gov.uk/rest-api.html). The template
 * is one field, `((message))`: what leaves is what was decided about.
 */
export function notify(settings: NotifySettings, now: Now): Carrier {
  const { url, templateId, smsSenderId, apiKey, callbackToken } = settings;
  const ask = (method: 'GET' | 'POST', path: string, body?: object) =>
    exchange({
      method,
      url: `${url}${path}`,
      headers: {
        authorization: `Bearer ${tokenOf(apiKey, now())}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  return {
    name: 'GOV.UK Notify',
    async carry(parcel, inTime = () => true) {
      const personalisation = { message: parcel.words };
      const against = otherWords(
        await ask('POST', `/v2/template/${templateId}/preview`, { personalisation }),
        parcel,
      );
      if (against) return against;
      if (!inTime()) return heldUp;
      const given = {
        phone_number: parcel.to,
        template_id: templateId,
        personalisation,
        reference: parcel.id,
        ...(smsSenderId && { sms_sender_id: smsSenderId }),
      };
      return carriedBy(await ask('POST', '/v2/notifications/sms', given), '/id');
    },
    async stateOf(carrierId) {
      const answer = await ask('GET', `/v2/notifications/${encodeURIComponent(carrierId)}`);
      if (answer.how !== 'answered') return { how: 'not_known', fault: answer.fault };
      if (answer.status !== 200) return { how: 'not_known', fault: String(answer.status) };
      return becameOf(readJson(answer.body));
    },
    async find(parcelId): Promise<Found> {
      const query = new URLSearchParams({ template_type: 'sms', reference: parcelId });
      const answer = await ask('GET', `/v2/notifications?${query}`);
      if (answer.how !== 'answered') return { how: 'not_known', fault: answer.fault };
      const found = at(readJson(answer.body), '/notifications');
      if (answer.status !== 200 || !Array.isArray(found))
        return { how: 'not_known', fault: String(answer.status) };
      const ours = found.find((each) => wordAt(each, '/reference') === parcelId);
      if (ours) return { how: 'there', carrierId: wordAt(ours, '/id') };
      // A list that is not about our reference alone says nothing of it.
      return found.length === 0 ? { how: 'not_there' } : { how: 'not_known', fault: 'other_messages' };
    },
    hear: (saying) => heardOf(saying, callbackToken),
    close() {},
  };
}

/** A token of its own for each request: HS256 over who we are and when (Notify's documentation, *JSON web tokens*). */
export function tokenOf(apiKey: string, now: Temporal.Instant): string {
  const [service, secret] = [apiKey.slice(-73, -37), apiKey.slice(-36)];
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ typ: 'JWT', alg: 'HS256' })}.${part({
    iss: service,
    iat: Math.floor(now.epochMilliseconds / 1000),
  })}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

/**
 * Whoever may edit the template in Notify could add words to each message, and Notify itself takes letters away that it
 * does not send: so what would be sent is looked at before it is.
 */
function otherWords(answer: Answer, { words }: Parcel): Carried | null {
  // Nothing was asked to be sent yet: whatever went wrong, it did not leave.
  if (answer.how !== 'answered') return { how: 'not_reached', fault: answer.fault };
  if (answer.status !== 200) {
    const said = carriedBy(answer, '/id');
    return said.how === 'not_known' ? { how: 'not_reached', fault: said.fault } : said;
  }
  const said = at(readJson(answer.body), '/body');
  if (typeof said !== 'string') return { how: 'not_reached', fault: 'no_preview' };
  return sameWords(said, words) ? null : { how: 'refused', fault: 'other_words' };
}

function carriedBy(answer: Answer, id: string): Carried {
  if (answer.how !== 'answered') return answer;
  const said = readJson(answer.body);
  if (answer.status !== 201) return notTaken(answer, codeAlone(at(said, '/errors/0/error')));
  const carrierId = wordAt(said, id);
  return carrierId === '' ? { how: 'not_known', fault: '201 no_id' } : { how: 'taken', carrierId };
}

function becameOf(said: unknown): Became {
  const status = wordAt(said, '/status');
  if (['created', 'sending', 'pending', 'sent'].includes(status)) return { how: 'on_its_way' };
  if (status === 'delivered') return { how: 'arrived' };
  if (['permanent-failure', 'temporary-failure', 'technical-failure'].includes(status))
    // A number that does not exist (any more); a telephone that is off or full says nothing of whose it is.
    return { how: 'not_arrived', fault: status, gone: status === 'permanent-failure' };
  return { how: 'not_known', fault: codeAlone(status) };
}

function heardOf({ headers, body }: Saying, token: string | undefined): Heard | null {
  if (!bearer(headers.authorization, token)) return null;
  const said = readJson(body.toString('utf8'));
  const [carrierId, became] = [wordAt(said, '/id'), becameOf(said)];
  return carrierId === '' || became.how === 'not_known' ? null : { carrierId, became };
}
