import { z } from 'zod';

/** Secrets go nowhere but over TLS, or to this very machine. */
export const address = z.string().refine(isSafe, {
  error: 'an address that begins with https:// (http:// only for this machine)',
});
const pointer = z.string().regex(/^(\/[^/]*)+$/, 'a place in the answer, such as /messages/0/id');
const words = z.array(z.string().min(1)).min(1, 'a list of words');
const headers = z.record(z.string().regex(/^[\w-]+$/, 'the name of a header'), z.string()).default({});

const states = {
  /** Where the state stands, and which words say that it arrived, and that it never will. */
  at: pointer,
  arrived: words,
  notArrived: words,
  /** Those of the last that say that the number is no more. */
  gone: z.array(z.string()).default([]),
};

const notify = z.strictObject({
  service: z.literal('notify'),
  url: address.default('https://api.notifications.service.gov.uk').transform((url) => url.replace(/\/$/, '')),
  templateId: z.uuid('the id of a template whose only words are ((message))'),
  smsSenderId: z.uuid('the id of a sender in Notify').optional(),
});

const http = z.strictObject({
  service: z.literal('http'),
  send: z
    .strictObject({
      method: z.enum(['POST', 'PUT']).default('POST'),
      url: address,
      headers,
      json: z.json().optional(),
      form: z.record(z.string(), z.string()).optional(),
      /** Where the id stands that the service gives the message. */
      id: pointer,
      /** Of a service that answers 200 to what it refuses as well: what it says then. */
      refused: z.strictObject({ at: pointer, is: words }).optional(),
      /** Codes from 500 with which this service says that it took nothing. */
      notTaken: z.array(z.number().int().min(500).max(599)).default([]),
    })
    .refine(({ json, form }) => (json === undefined) !== (form === undefined), {
      error: 'with either json or form, not both',
    })
    .refine((send) => ['{{to}}', '{{words}}'].every((name) => bodyOf(send).includes(name)), {
      error: 'with a json or a form in which {{to}} and {{words}} stand',
    }),
  state: z.strictObject({ url: address, headers, ...states }).optional(),
  find: z
    .strictObject({
      url: address,
      headers,
      list: pointer,
      id: z.string().regex(/^[^/]+$/, 'the name of a field'),
    })
    .extend({ reference: z.string().regex(/^[^/]+$/, 'the name of a field') })
    .refine(({ url }) => url.includes('{{id}}'), { error: 'with a url in which {{id}} stands' })
    .optional(),
  callback: z
    .strictObject({
      header: z.string().regex(/^[\w-]+$/, 'the name of a header'),
      algorithm: z.enum(['sha256', 'sha512']).default('sha256'),
      encoding: z.enum(['hex', 'base64']).default('hex'),
      prefix: z.string().default(''),
      id: pointer,
      ...states,
    })
    .optional(),
});

/** Which service takes text messages, and how it is spoken to: one JSON file (docs/operations.md). */
export const textService = z.discriminatedUnion('service', [notify, http], {
  error: 'notify or http',
});
export type TextService = z.infer<typeof textService>;
export type HttpService = z.infer<typeof http>;

function bodyOf({ json, form }: { readonly json?: unknown; readonly form?: unknown }): string {
  return JSON.stringify(json ?? form ?? '');
}

/** A name in the address would end in the service's logs: nothing but ids stands there. */
function isSafe(written: string): boolean {
  if (/\{\{(?!id\}\}|carrierId\}\})/.test(written) || !URL.canParse(written)) return false;
  const { protocol, hostname, username } = new URL(written);
  const here = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  return username === '' && (protocol === 'https:' || (protocol === 'http:' && here));
}
