import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { sessionCookie } from '#kit/http/begin.ts';
import { newId } from '#kit/ids.ts';
import { readPdf, run } from '../pdf.ts';
import { addSession, proof } from '../site.ts';
import { unzip } from '../zip.ts';
import type { Visitor, World } from './world.ts';

/** What came back, whole and with everything taken out that differs between two honest answers. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  /** Everything that is not the body: headers, where it leads, cookies. */
  readonly around: string;
  /** Whoever asked was sent away before anything was looked at: not signed in, or not of a role that may. */
  readonly sentAway: boolean;
  readonly url: string;
}

export type Fields = readonly (readonly [name: string, value: string])[];

/** One signed-in browser of a visitor. */
export interface Walker {
  readonly visitor: Visitor;
  get(url: string): Promise<Answer>;
  /** Sends a form as its page would: with proof of origin and a fresh submission id. */
  post(url: string, fields: Fields): Promise<Answer>;
}

export async function walker(app: FastifyInstance, world: World, visitor: Visitor): Promise<Walker> {
  const jar = await signedIn(world, visitor);
  const send = async (method: 'GET' | 'POST', url: string, form?: URLSearchParams) =>
    app.inject({
      method,
      url,
      cookies: { ...jar },
      remoteAddress: nextAddress(),
      ...(form && {
        payload: form.toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    });
  const prove = async () => {
    const response = await send('GET', proof.path);
    for (const { name, value } of response.cookies) jar[name] = value;
    return /name="_csrf" value="([^"]+)"/.exec(response.body)?.[1] ?? 'none';
  };
  // At once: a cookie that came midway would be a difference between two honest answers.
  const csrf = await prove();
  return {
    visitor,
    get: async (url) => read(await send('GET', url), url),
    async post(url, fields) {
      const typed = fields.filter(([name]) => name !== '_csrf' && name !== '_submission');
      const carried = [...typed, ['_csrf', csrf], ['_submission', newId<string>()]] as const;
      return read(await send('POST', url, new URLSearchParams(carried.map((field) => [...field]))), url);
    },
  };
}

async function signedIn(
  { services }: World,
  { organisation, staff }: Visitor,
): Promise<Record<string, string>> {
  return staff ? { [sessionCookie]: await addSession(services, organisation, staff) } : {};
}

let addresses = 0;

/** Each request comes from another address, so that no limit hides what lies behind it. */
function nextAddress(): string {
  addresses += 1;
  return `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`;
}

/** What changes from one answer to the next, whoever asks for whatever. */
const passing = /^(date|content-length|x-ratelimit-.*|retry-after)$/;

function read(response: LightMyRequestResponse, url: string): Answer {
  const { statusCode, headers } = response;
  const body = wordsOf(response);
  const around = Object.entries(headers)
    .filter(([name]) => !passing.test(name))
    .map(([name, value]) => `${name}: ${[value].flat().join('\n')}`)
    .sort()
    .join('\n');
  const location = String(headers.location ?? '');
  const sentAway = statusCode === 403 || /^\/(?:sign-in|second-factor)\b/.test(location);
  return { status: statusCode, body, around, sentAway, url };
}

/** What whoever opens it reads: files too are read for what they tell. */
function wordsOf({ headers, body, rawPayload }: LightMyRequestResponse): string {
  const type = String(headers['content-type'] ?? '');
  if (type.startsWith('application/pdf')) return readPdf(rawPayload).pages.map(run).join('\n');
  if (type.includes('wordprocessingml')) return Object.values(unzip(rawPayload)).join('\n');
  return body;
}

/** An answer without what differs between two honest ones: nobody could tell from it which thing was asked for. */
export interface Likeness {
  readonly status: number;
  readonly text: string;
}

export function likeness({ status, around, body, url }: Answer): Likeness {
  const text = `${status}\n${around}\n\n${body}`;
  const path = url.split('?')[0] ?? url;
  const alike = text
    .replaceAll(url, 'ASKED')
    .replaceAll(encodeURIComponent(url), 'ASKED')
    .replaceAll(path, 'ASKED')
    .replaceAll(encodeURIComponent(path), 'ASKED')
    .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
    .replace(/((?:name="_csrf"\s+value|data-csrf|name="csrf-token" content)=")[^"]*/g, '$1PROOF')
    .replace(/(lintel_\w+)=[^;]*/g, '$1=…')
    // Who opened a case: several walk at the same time, and each finds there what the others have just looked at.
    .replace(/<li>Opened: [^<]*<\/li>/g, '')
    // The same of a file: who looked at its picture.
    .replace(/<tr(?:(?!<\/tr>).)*Looked at, as a (?:(?!<\/tr>).)*<\/tr>/gs, '');
  return { status, text: alike };
}
