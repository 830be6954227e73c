import { join } from 'node:path';
import { knownBankHolidays } from '#kit/bank-holidays.ts';
import type { Carriers } from '#kit/carrier.ts';
import type { Config } from '#kit/config.ts';
import { Failure } from '#kit/failure.ts';
import { clamd } from '#kit/files/clamd.ts';
import { folderStore } from '#kit/files/folder-store.ts';
import type { FileStore } from '#kit/files/store.ts';
import { Fault } from '#kit/http/errors.ts';
import { startJobs } from '#kit/jobs.ts';
import { createLog } from '#kit/log.ts';
import { delivering, mailQueue, noMail, smtpPost } from '#kit/mail.ts';
import type { Now } from '#kit/now.ts';
import { officeOf } from '#kit/office.ts';
import { shelve } from '#kit/pack-shelf.ts';
import { loadPacks } from '#kit/packs.ts';
import { policiesMissing } from '#kit/policies.ts';
import type { Services } from '#kit/services.ts';
import { transact } from '#kit/sql.ts';
import { setUpOrganisation } from '#modules/account/index.ts';
import { proposeForOperator, reportPolicy } from '#modules/policy/index.ts';
import { demonstrationSignIns, loadAnother, loadDemonstration } from '../demonstration/index.ts';
import { helpSite, jobs, partnerSite, staffSite } from './app.ts';
import type { Application, Ground } from './cli/application.ts';

/** What the program that starts Lintel needs to know of it. */
export const application: Application = {
  staffSite: async (ground) => staffSite((await lend(ground)).services),
  helpSite: async (ground) => {
    const { services } = await lend(ground);
    return helpSite({ ...services, db: ground.help });
  },
  partnerSite: async (ground) => {
    const { services } = await lend(ground);
    return partnerSite(services);
  },

  async startJobs(ground) {
    const { services, log } = await lend(ground);
    const post = ground.config.mail ? smtpPost(ground.config.mail) : null;
    const running = startJobs(services, post ? [...jobs, delivering(post, log)] : jobs, log);
    return {
      async stop() {
        const stopped = running.stop();
        // What is being sent is sent; what waits its turn stays in the outbox.
        post?.close();
        await stopped;
      },
    };
  },

  loadDemonstration: async (ground, said) => loadDemonstration((await lend(ground)).services, said),
  async loadAnother(ground, asked, said) {
    const { services } = await lend(ground);
    requirePack(services, asked.packId);
    return loadAnother(services, asked, said);
  },
  demonstrationSignIns: async (ground) => demonstrationSignIns((await lend(ground)).services),
  async office(ground, organisation) {
    const { services } = await lend(ground);
    return transact(services.db, { organisation, system: true }, (tx) =>
      officeOf(tx, services, organisation),
    );
  },
  policy: async (ground, organisation) => reportPolicy((await lend(ground)).services, organisation),
  async proposePolicy(ground, organisation, { pack, from, reason }) {
    const { services } = await lend(ground);
    requirePack(services, pack);
    const change = { pack: services.packs.find(pack), from, reason };
    const path = await proposeForOperator(services, organisation, change).catch((thrown: unknown) => {
      throw refusedAs(thrown);
    });
    return { address: new URL(path, ground.config.publicUrl).href };
  },
  packs: async (ground) => (await lend(ground)).services.packs.all,

  async setUp(ground, { name, shortName, pack, adminName, adminEmail }) {
    const { services } = await lend(ground);
    requirePack(services, pack);
    const landlord = { name, slug: shortName, packId: pack, adminName, adminEmail };
    const made = await setUpOrganisation(services.db, landlord, services.now());
    if (!made)
      throw new Failure(`The short name ${shortName} is taken.`, 'Choose another with --short-name.');
    return { link: new URL(made.link.path, ground.config.publicUrl).href, until: made.link.until };
  },
};

/** A refusal as a command says it. */
function refusedAs(thrown: unknown): unknown {
  if (!(thrown instanceof Fault) || !thrown.verdict || thrown.verdict.allowed) return thrown;
  return new Failure(thrown.verdict.reason, 'Run lintel policy to see what holds and what waits.');
}

function requirePack({ packs }: Services, packId: string): void {
  const known = packs.all.map(({ id }) => id);
  if (!known.includes(packId))
    throw new Failure(`There is no policy pack ${packId}.`, `Choose one of ${known.join(', ')}.`);
}

interface Lent {
  readonly services: Services;
  readonly log: ReturnType<typeof createLog>;
}

const lent = new WeakMap<Ground['app'], Promise<Lent>>();

/** The services over one ground: made once, whichever part asks first. */
function lend(ground: Ground): Promise<Lent> {
  const made = lent.get(ground.app) ?? makeServices(ground);
  lent.set(ground.app, made);
  return made;
}

async function makeServices(ground: Ground): Promise<Lent> {
  const { config } = ground;
  const log = createLog(config.log);
  const services: Services = {
    db: ground.app,
    now: ground.now,
    secret: ground.secret,
    packs: shelve(await loadPacks(config.packs), await knownBankHolidays(ground.app)),
    files: {
      store: await configuredStore(config, ground.now),
      scanner: config.clamd ? clamd(config.clamd) : null,
    },
    mail: config.mail ? mailQueue(config.publicUrl, ground.now) : noMail,
    carriers: await configuredCarriers(config, ground.now),
    settings: {
      staffUrl: config.publicUrl,
      helpUrl: config.helpUrl,
      partnerUrl: config.partnerUrl,
      secure: config.publicUrl.startsWith('https:'),
      trustProxy: config.trustProxy,
      requestsPerMinute: 600,
      idle: Temporal.Duration.from({ minutes: 30 }),
      metricsHost: config.metricsHost,
      data: config.data,
      log: config.log,
    },
  };
  await requirePolicies(services);
  return { services, log };
}

/** The data folder, or a store that speaks S3: loaded only where one is configured. */
async function configuredStore({ data, s3 }: Config, now: Now): Promise<FileStore> {
  const folder = folderStore(join(data, 'files'));
  if (!s3) return folder;
  const { s3Store } = await import('#kit/files/s3-store.ts');
  const { watchedStore } = await import('#kit/files/watched-store.ts');
  return watchedStore(s3Store(s3), folder, now);
}

/** Loaded only where one is configured. @throws Failure where it cannot be used as it is */
async function configuredCarriers({ texts, emails }: Config, now: Now): Promise<Carriers> {
  if (!texts && !emails) return {};
  const { emailCarrier, repliesMailbox, textCarrier } = await import('#kit/carriers/configured.ts');
  return {
    text: texts && textCarrier(texts, now),
    email: emails && emailCarrier(emails, now),
    replies: emails && repliesMailbox(emails, now),
  };
}

/** @throws Failure where a policy that holds, or is to hold, is not on the shelf */
async function requirePolicies({ db, packs, now }: Services): Promise<void> {
  const missing = await transact(db, { organisation: null }, (tx) => policiesMissing(tx, packs, now()));
  if (missing.length === 0) return;
  const lines = missing.map(
    ({ slug, packId, from }) => `${packId}, for ${slug}${from ? ` from ${from.toString()}` : ''}`,
  );
  throw new Failure(
    `A policy pack that is in force, or is to be, is not there: ${lines.join('; ')}.`,
    'Put its file back into the folder that LINTEL_PACKS names.',
  );
}
