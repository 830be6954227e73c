import { z } from 'zod';
import { address } from './text-service.ts';

const mailbox = z.email('an e-mail address');
const sender = z
  .string()
  .regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/, 'an e-mail address, or a name with one: Sam <sam@mail.example>');
const server = z
  .string()
  .refine((url) => /^smtps?:\/\//.test(url) && URL.canParse(url) && new URL(url).password === '', {
    error: 'a mail server without its password, smtps://user@mail.example:465',
  });

/** Where Microsoft has an application sign in. */
const application = {
  tenant: z.string().regex(/^[\w.-]+$/, 'the id of the tenant'),
  client: z.uuid('the id of the application'),
  signIn: address.default('https://login.microsoftonline.com'),
};

/**
 * Where answers come in: read over TLS, or on this very machine. With `application` it is signed in to with a token and
 * no password, as Exchange Online wants it.
 */
const replies = z
  .strictObject({
    host: z.string().min(1, 'the name of a mail server'),
    port: z.number().int().min(1).max(65_535).default(993),
    user: z.string().min(1, 'the name with which to sign in'),
    folder: z.string().min(1).default('INBOX'),
    application: z
      .strictObject({ ...application, scope: address.default('https://outlook.office365.com/.default') })
      .optional(),
  })
  .optional();

const smtp = z.strictObject({ service: z.literal('smtp'), url: server, from: sender, replies });

const graph = z.strictObject({
  service: z.literal('graph'),
  ...application,
  mailbox,
  replies,
  url: address.default('https://graph.microsoft.com'),
});

/** What takes e-mail to people: one JSON file (docs/operations.md). */
export const emailService = z.discriminatedUnion('service', [smtp, graph], { error: 'smtp or graph' });
export type EmailService = z.infer<typeof emailService>;
