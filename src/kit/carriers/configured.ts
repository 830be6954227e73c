import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import type { Carrier, Mailbox } from '../carrier.ts';
import { Failure, wordsOf } from '../failure.ts';
import type { Now } from '../now.ts';
import { anyService } from './any-service.ts';
import { tokensOf } from './client-credentials.ts';
import { domainOf } from './email-parts.ts';
import { emailService } from './email-service.ts';
import { graph } from './graph.ts';
import { imapMailbox } from './mailbox.ts';
import { notify } from './notify.ts';
import { smtp } from './smtp.ts';
import { textService } from './text-service.ts';

/** Where the settings of a service stand, and what is secret about it. */
export interface ServiceFile {
  readonly file: string;
  readonly secret?: string;
  readonly callbackSecret?: string;
  readonly repliesSecret?: string;
}

/** The service for text messages. @throws Failure that names every setting that is wrong, and what it should be */
export function textCarrier({ file, secret, callbackSecret }: ServiceFile, now: Now): Carrier {
  const service = readService(file, textService, 'LINTEL_TEXTS');
  if (service.service === 'http') {
    requireSecrets(service, secret, callbackSecret);
    return anyService(service, { secret, callback: callbackSecret });
  }
  if (!secret || !/^.+-[\da-f-]{36}-[\da-f-]{36}$/i.test(secret))
    throw wrong('LINTEL_TEXTS_SECRET should be a whole API key of GOV.UK Notify.');
  return notify({ ...service, apiKey: secret, callbackToken: callbackSecret }, now);
}

/** The service for e-mail to people. @throws Failure that names every setting that is wrong, and what it should be */
export function emailCarrier({ file, secret }: ServiceFile, now: Now): Carrier {
  const service = readService(file, emailService, 'LINTEL_EMAILS');
  const needed = (what: string) => wrong(`LINTEL_EMAILS_SECRET should be ${what}.`);
  if (service.service === 'graph') {
    if (!secret) throw needed('the client secret of the application');
    return graph({ ...service, secret }, now);
  }
  if (new URL(service.url).username !== '' && !secret) throw needed('the password at the mail server');
  return smtp({ ...service, password: secret });
}

/** The mailbox into which answers to e-mail come, if one is set up. @throws Failure where it is not whole */
export function repliesMailbox({ file, repliesSecret }: ServiceFile, now: Now): Mailbox | undefined {
  const service = readService(file, emailService, 'LINTEL_EMAILS');
  if (!service.replies) return undefined;
  const { application, ...mailbox } = service.replies;
  if (!repliesSecret) {
    const needed = application
      ? 'the client secret of the application that reads the mailbox'
      : 'the password of the mailbox';
    throw wrong(`LINTEL_EMAILS_REPLIES_SECRET should be ${needed} into which answers come.`);
  }
  const domain = domainOf(service.service === 'graph' ? service.mailbox : service.from);
  const signsIn = application
    ? { tokens: tokensOf({ ...application, secret: repliesSecret }, application.scope, now) }
    : { password: repliesSecret };
  return imapMailbox({ ...mailbox, signsIn, domain });
}

function requireSecrets(service: object, secret = '', callbackSecret = ''): void {
  if (JSON.stringify(service).includes('{{secret}}') && !secret)
    throw wrong('LINTEL_TEXTS_SECRET should be the secret that {{secret}} stands for.');
  if ('callback' in service && service.callback && !callbackSecret)
    throw wrong(
      'LINTEL_TEXTS_CALLBACK_SECRET should be the key with which the service signs what it tells us.',
    );
}

/** @throws Failure */
export function readService<S extends z.ZodType>(file: string, schema: S, setting: string): z.output<S> {
  const checked = schema.safeParse(json(file, setting));
  if (checked.success) return checked.data;
  const lines = checked.error.issues.map(
    ({ path, message }) => `  - ${path.length > 0 ? path.join('.') : 'all of it'} should be ${message}.`,
  );
  throw wrong(`The file that ${setting} names cannot be used:\n${lines.join('\n')}`);
}

function json(file: string, setting: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (thrown) {
    // What a parser says quotes the file, in which somebody may have written a secret.
    const because = thrown instanceof SyntaxError ? 'it is not JSON' : wordsOf(thrown);
    throw wrong(`The file that ${setting} names cannot be read: ${because}.`);
  }
}

function wrong(what: string): Failure {
  return new Failure(what, 'Correct it; docs/operations.md, Messages to people, shows each with an example.');
}
