import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import type { z } from 'zod';
import type { ServiceFile } from './carriers/configured.ts';
import { Failure } from './failure.ts';
import type { S3Settings } from './files/s3-request.ts';
import { settings } from './settings.ts';

/** The checked settings, in the program's own words. */
export type Config = Readonly<{
  database: Readonly<{ url?: string; appUrl?: string; publicUrl?: string; embeddedPort?: number }>;
  host: string;
  port: number;
  helpPort: number;
  /** Unset: no partner site, and no link is offered. */
  partnerPort?: number;
  publicUrl: string;
  helpUrl: string;
  partnerUrl?: string;
  /** As fastify's `trustProxy`. */
  trustProxy: false | number | readonly string[];
  metricsHost: string;
  demo: 'auto' | 'on' | 'off';
  data: string;
  secret?: string;
  packs?: string;
  clamd?: string;
  /** Unset: sealed files lie in the data folder. */
  s3?: S3Settings;
  mail?: Readonly<{ smtpUrl: string; from: string }>;
  texts?: ServiceFile;
  emails?: ServiceFile;
  log: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}>;

const programFolder = join(import.meta.dirname, '../..');

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The configuration from the environment and, below it, from `lintel.env` in the program's folder, against which
 * relative paths count too, wherever it is called from.
 * @throws Failure naming every setting that is wrong and what it should be
 */
export function readConfig(environment: Environment = process.env, folder = programFolder): Config {
  const given = withoutEmpty({ ...fileSettings(resolve(folder, 'lintel.env')), ...environment });
  const checked = settings.safeParse(given);
  const problems = [
    ...(checked.error?.issues.map(({ path, message }) => `${path.join('.')} should be ${message}.`) ?? []),
    ...unknownSettings(given),
    ...(given.SMTP_URL && !given.MAIL_FROM
      ? ['MAIL_FROM should be the address that e-mail comes from.']
      : []),
    ...s3Missing(given),
  ];
  if (checked.data && problems.length === 0) return inOurWords(checked.data, folder);
  const counted = problems.length === 1 ? 'a mistake' : `${problems.length} mistakes`;
  throw new Failure(
    `The configuration has ${counted}:\n${problems.map((line) => `  - ${line}`).join('\n')}`,
    'Correct it in the environment or in lintel.env; lintel config lists every setting.',
  );
}

/** Every setting with its default and meaning, as a Markdown table: for `lintel config` and the documentation. */
export function describeConfig(): string {
  const rows = Object.entries(settings.shape).map(([name, schema]) => {
    const preset = settings.shape[name as keyof typeof settings.shape].safeParse(undefined).data;
    return `| \`${name}\` | ${preset === undefined ? '' : `\`${preset}\``} | ${schema.description} |`;
  });
  return ['| setting | default | meaning |', '|---|---|---|', ...rows].join('\n');
}

function inOurWords(given: z.output<typeof settings>, folder: string): Config {
  return withoutUndefined({
    database: withoutUndefined({
      url: given.DATABASE_URL,
      appUrl: given.DATABASE_APP_URL,
      publicUrl: given.DATABASE_PUBLIC_URL,
      embeddedPort: given.LINTEL_DATABASE_PORT,
    }),
    host: given.LINTEL_HOST,
    port: given.LINTEL_PORT,
    helpPort: given.LINTEL_HELP_PORT,
    partnerPort: given.LINTEL_PARTNER_PORT,
    partnerUrl: partnerUrl(given),
    publicUrl: given.LINTEL_PUBLIC_URL ?? `http://localhost:${given.LINTEL_PORT}`,
    helpUrl: given.LINTEL_HELP_URL ?? `http://localhost:${given.LINTEL_HELP_PORT}`,
    trustProxy: proxies(given.LINTEL_TRUST_PROXY),
    metricsHost: given.LINTEL_METRICS_HOST,
    demo: given.LINTEL_DEMO,
    data: resolve(folder, given.LINTEL_DATA),
    secret: given.LINTEL_SECRET,
    clamd: given.LINTEL_CLAMD,
    s3: s3(given),
    packs: given.LINTEL_PACKS && resolve(folder, given.LINTEL_PACKS),
    mail: given.SMTP_URL && given.MAIL_FROM ? { smtpUrl: given.SMTP_URL, from: given.MAIL_FROM } : undefined,
    texts: service(given.LINTEL_TEXTS, folder, {
      secret: given.LINTEL_TEXTS_SECRET,
      callbackSecret: given.LINTEL_TEXTS_CALLBACK_SECRET,
    }),
    emails: service(given.LINTEL_EMAILS, folder, {
      secret: given.LINTEL_EMAILS_SECRET,
      repliesSecret: given.LINTEL_EMAILS_REPLIES_SECRET,
    }),
    log: given.LINTEL_LOG,
  });
}

function service(
  file: string | undefined,
  folder: string,
  secrets: { readonly [K in Exclude<keyof ServiceFile, 'file'>]?: string | undefined },
): ServiceFile | undefined {
  return file === undefined ? undefined : withoutUndefined({ file: resolve(folder, file), ...secrets });
}

/** Without a port of its own there is no partner site, whatever its address would be. */
function partnerUrl({ LINTEL_PARTNER_PORT: at, LINTEL_PARTNER_URL: url }: z.output<typeof settings>) {
  return at === undefined ? undefined : (url ?? `http://localhost:${at}`);
}

const s3Needs = ['LINTEL_S3_ENDPOINT', 'LINTEL_S3_BUCKET', 'LINTEL_S3_KEY_ID', 'LINTEL_S3_SECRET'] as const;

/** All of it or nothing: files would lie where nobody looks for them. */
function s3Missing(given: Environment): readonly string[] {
  if (s3Needs.every((name) => given[name] === undefined)) return [];
  return s3Needs
    .filter((name) => given[name] === undefined)
    .map((name) => `${name} should be set, as other settings of that store are.`);
}

function s3(given: z.output<typeof settings>): S3Settings | undefined {
  const [endpoint, bucket, keyId, secret] = s3Needs.map((name) => given[name]);
  if (!endpoint || !bucket || !keyId || !secret) return undefined;
  return {
    ...{ endpoint, bucket, keyId, secret },
    ...{ region: given.LINTEL_S3_REGION, style: given.LINTEL_S3_STYLE },
  };
}

function proxies(given: string): Config['trustProxy'] {
  if (given === 'off') return false;
  if (/^\d+$/.test(given)) return Number(given);
  return given.split(',').map((address) => address.trim());
}

function fileSettings(file: string): Environment {
  return existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
}

/** A misspelt setting would otherwise be obeyed by nobody, in silence. */
function unknownSettings(given: Environment): readonly string[] {
  return Object.keys(given)
    .filter((name) => name.startsWith('LINTEL_') && !Object.hasOwn(settings.shape, name))
    .map((name) => `${name} is not a setting.`);
}

/** An empty line in a settings file means "not set". */
function withoutEmpty(given: Environment): Environment {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

function withoutUndefined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Defined<T>;
}
