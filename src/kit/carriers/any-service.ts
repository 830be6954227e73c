import type { Became, Carried, Carrier, Found, Heard, Saying } from '../carrier.ts';
import { signed } from './callback.ts';
import { type Answer, type Ask, exchange } from './exchange.ts';
import { notTaken } from './outcome.ts';
import { at, readJson, wordAt } from './pointer.ts';
import type { HttpService } from './text-service.ts';

export interface Keys {
  readonly secret?: string | undefined;
  readonly callback?: string | undefined;
}

type Values = Readonly<Record<string, string>>;

/** Any service that takes text messages over HTTP, as a file of settings says. */
export function anyService(service: HttpService, keys: Keys): Carrier {
  const { send, state, find, callback } = service;
  const secret = keys.secret ?? '';
  return {
    name: new URL(send.url).hostname,
    async carry({ id, to, words, sender }) {
      const values = { id, to, words, sender, secret };
      const ask = {
        method: send.method,
        url: inAddress(send.url, values),
        headers: filled(send.headers, values),
      };
      return carriedBy(await exchange(withBody(ask, send, values)), send);
    },
    ...(state && {
      async stateOf(carrierId: string): Promise<Became> {
        const answer = await exchange(asking(state, { carrierId, secret }));
        if (answer.how !== 'answered') return { how: 'not_known', fault: answer.fault };
        if (answer.status !== 200) return { how: 'not_known', fault: String(answer.status) };
        return became(readJson(answer.body), state);
      },
    }),
    ...(find && {
      async find(parcelId: string): Promise<Found> {
        const answer = await exchange(asking(find, { id: parcelId, secret }));
        if (answer.how !== 'answered') return { how: 'not_known', fault: answer.fault };
        return foundIn(answer, find, parcelId);
      },
    }),
    ...(callback && {
      hear({ headers, body }: Saying): Heard | null {
        const header = headers[callback.header.toLowerCase()];
        if (!signed(header, body, { ...callback, key: keys.callback })) return null;
        const said = readJson(body.toString('utf8'));
        const [carrierId, heard] = [wordAt(said, callback.id), became(said, callback)];
        return carrierId === '' ? null : { carrierId, became: heard };
      },
    }),
    close() {},
  };
}

function carriedBy(answer: Answer, send: HttpService['send']): Carried {
  if (answer.how !== 'answered') return answer;
  const { status, body } = answer;
  if (status < 200 || status > 299) return notTaken(answer, '', send.notTaken);
  const said = readJson(body);
  if (send.refused?.is.includes(wordAt(said, send.refused.at)))
    return { how: 'refused', fault: `${status} refused` };
  const carrierId = wordAt(said, send.id);
  return carrierId === '' ? { how: 'not_known', fault: `${status} no_id` } : { how: 'taken', carrierId };
}

function became(
  said: unknown,
  states: Pick<NonNullable<HttpService['state']>, 'at' | 'arrived' | 'notArrived' | 'gone'>,
): Became {
  const word = wordAt(said, states.at);
  if (states.arrived.includes(word)) return { how: 'arrived' };
  if (states.notArrived.includes(word))
    return { how: 'not_arrived', fault: 'not_arrived', gone: states.gone.includes(word) };
  return word === '' ? { how: 'not_known', fault: 'no_state' } : { how: 'on_its_way' };
}

/** Only an answer that holds a list tells of what is missing from it. */
function foundIn(
  { status, body }: Extract<Answer, { how: 'answered' }>,
  { list, id, reference }: NonNullable<HttpService['find']>,
  parcelId: string,
): Found {
  const found = at(readJson(body), list);
  if (status !== 200 || !Array.isArray(found)) return { how: 'not_known', fault: String(status) };
  const ours = found.find((each) => wordAt(each, `/${reference}`) === parcelId);
  if (ours) {
    const carrierId = wordAt(ours, `/${id}`);
    return carrierId === '' ? { how: 'not_known', fault: 'no_id' } : { how: 'there', carrierId };
  }
  return found.length === 0 ? { how: 'not_there' } : { how: 'not_known', fault: 'other_messages' };
}

function asking(how: { readonly url: string; readonly headers: Values }, values: Values): Ask {
  return { method: 'GET', url: inAddress(how.url, values), headers: filled(how.headers, values) };
}

function withBody(ask: Ask, { json, form }: HttpService['send'], values: Values): Ask {
  const body = form
    ? new URLSearchParams(filled(form, values)).toString()
    : JSON.stringify(everyString(json, (text) => fill(text, values)));
  const type = form ? 'application/x-www-form-urlencoded' : 'application/json';
  return { ...ask, headers: { 'content-type': type, ...ask.headers }, body };
}

function filled(given: Values, values: Values): Record<string, string> {
  return Object.fromEntries(Object.entries(given).map(([name, text]) => [name, fill(text, values)]));
}

/** In one pass: braces in what somebody wrote stay what they are. */
function fill(text: string, values: Values): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
}

function inAddress(url: string, values: Values): string {
  return url.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => encodeURIComponent(values[name] ?? whole));
}

function everyString(given: unknown, does: (text: string) => string): unknown {
  if (typeof given === 'string') return does(given);
  if (Array.isArray(given)) return given.map((each) => everyString(each, does));
  if (typeof given !== 'object' || given === null) return given;
  return Object.fromEntries(Object.entries(given).map(([name, each]) => [name, everyString(each, does)]));
}
