import { z } from 'zod';

const port = z.coerce.number('a port number, 1 to 65535').int().min(1).max(65_535);
const postgres = z
  .string()
  .regex(/^postgres(ql)?:\/\//, 'a connection string, postgresql://user:password@host:5432/database');
const address = z.url({ protocol: /^https?$/, error: 'an address that begins with https:// or http://' });
const oneOf = <const T extends readonly [string, ...string[]]>(...words: T) =>
  z.enum(words, `one of ${words.join(', ')}`);

/** Every setting: an environment variable, or a line of `lintel.env`. The only place where one is named. */
export const settings = z.object({
  DATABASE_URL: postgres
    .optional()
    .describe(
      "The owner's connection to PostgreSQL 15 to 18. Unset: the embedded PostgreSQL in the data folder.",
    ),
  DATABASE_APP_URL: postgres
    .optional()
    .describe(
      'The connection as lintel_app. Needed only where the login of DATABASE_URL may not set its password.',
    ),
  DATABASE_PUBLIC_URL: postgres.optional().describe('The same for lintel_public, the help site.'),
  LINTEL_DATABASE_PORT: port
    .optional()
    .describe('The port of the embedded PostgreSQL. Unset: a free one, remembered.'),
  LINTEL_HOST: z
    .string()
    .default('127.0.0.1')
    .describe('The address to listen on. 0.0.0.0: every network of this machine.'),
  LINTEL_PORT: port.default(3000).describe('The port of the staff site.'),
  LINTEL_HELP_PORT: port.default(3001).describe('The port of the help site.'),
  LINTEL_PUBLIC_URL: address
    .optional()
    .describe('The address under which staff reach the staff site, for links in e-mail.'),
  LINTEL_HELP_URL: address.optional().describe('The address under which the public reaches the help site.'),
  LINTEL_PARTNER_PORT: port
    .optional()
    .describe('The port of the partner site, for links to what was shared. Unset: there is none.'),
  LINTEL_PARTNER_URL: address.optional().describe('The address under which agencies reach the partner site.'),
  LINTEL_TRUST_PROXY: z
    .string()
    .default('off')
    .describe(
      'The reverse proxies whose word about the client is believed: off, how many, or their addresses with commas.',
    ),
  LINTEL_METRICS_HOST: z
    .string()
    .default('127.0.0.1')
    .describe('The one client address, besides this machine, that may read /metrics.'),
  LINTEL_DEMO: oneOf('auto', 'on', 'off')
    .default('auto')
    .describe(
      'The demonstration. auto: loaded into an empty database; on: also refuses a database of real ' +
        'landlords; off: never.',
    ),
  LINTEL_DATA: z
    .string()
    .default('./data')
    .describe("The folder for the embedded database, files and the secret; relative to the program's own."),
  LINTEL_SECRET: z
    .string()
    .min(32, 'at least 32 characters')
    .optional()
    .describe(
      'The secret from which keys are derived. Unset: made once and kept in the data folder. Back it up.',
    ),
  LINTEL_PACKS: z
    .string()
    .optional()
    .describe('A folder of policy packs as JSON files, besides the two that come with Lintel.'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'a mail server, smtps://user:password@host:465')
    .optional()
    .describe('The mail server for notifications. Unset: no e-mail is sent.'),
  MAIL_FROM: z.string().optional().describe('The sender of e-mail. Needed with SMTP_URL.'),
  LINTEL_TEXTS: z
    .string()
    .optional()
    .describe('A JSON file that says which service takes text messages to people. Unset: none leaves.'),
  LINTEL_TEXTS_SECRET: z.string().optional().describe('The key to that service.'),
  LINTEL_TEXTS_CALLBACK_SECRET: z
    .string()
    .min(32, 'at least 32 characters')
    .optional()
    .describe('What that service shows or signs with when it tells us what became of a message.'),
  LINTEL_EMAILS: z
    .string()
    .optional()
    .describe('A JSON file that says what takes e-mail to people. Unset: none leaves.'),
  LINTEL_EMAILS_SECRET: z
    .string()
    .optional()
    .describe('The password at that mail server, or the client secret at Microsoft.'),
  LINTEL_CLAMD: z
    .string()
    .regex(/^(?:\/\S+|[^\s/]+:\d+)$/, 'host:port, or the path of a socket that begins with /')
    .optional()
    .describe(
      'The virus scanner clamd, as host:port or the path of its socket. Unset: files are not looked through.',
    ),
  LINTEL_S3_ENDPOINT: address
    .optional()
    .describe(
      'A store of files as Amazon’s or MinIO, in which sealed files are kept, as https://files.example.test:9000. ' +
        'Unset: the data folder.',
    ),
  LINTEL_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'the name of a bucket, in small letters')
    .optional()
    .describe('The bucket in that store. It has to be there.'),
  LINTEL_S3_REGION: z.string().default('us-east-1').describe('The region of that store.'),
  LINTEL_S3_KEY_ID: z.string().optional().describe('The id of the key with which that store is asked.'),
  LINTEL_S3_SECRET: z.string().optional().describe('The secret of that key.'),
  LINTEL_S3_STYLE: oneOf('path', 'host')
    .default('path')
    .describe('Where that store wants the bucket: in the path, or before the name of the host.'),
  LINTEL_EMAILS_REPLIES_SECRET: z
    .string()
    .optional()
    .describe(
      'The password of the mailbox into which answers come, or the client secret of the application that reads it.',
    ),
  LINTEL_LOG: oneOf('debug', 'info', 'warn', 'error', 'silent')
    .default('warn')
    .describe('How much is logged, as JSON lines without personal data.'),
});
