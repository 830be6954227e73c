import { setImmediate as afterwards, setTimeout as pause } from 'node:timers/promises';
import type { Config } from '#kit/config.ts';
import { countLandlords } from '#kit/database/landlords.ts';
import { Failure } from '#kit/failure.ts';
import { progress } from '#kit/progress.ts';
import type { Application, Ground } from './application.ts';
import { demonstrationLines } from './demonstration.ts';
import { type Opened, openGround } from './open.ts';
import { listenOn, requireFreePorts } from './ports.ts';
import { untilToldToStop } from './signals.ts';
import { step } from './step.ts';

/** How long requests in flight may take to finish, in milliseconds. */
const patience = 10_000;

/**
 * Starts both sites and the jobs, prints where they are, and serves until told to stop. The embedded database starts in
 * a process of its own, so `load` loads the program meanwhile.
 */
export async function serve(config: Config, load: () => Promise<Application>): Promise<void> {
  const stopping = untilToldToStop();
  await requireFreePorts(config);
  const [opened, application] = await openAndLoad(config, load);
  const running = start(opened, application);
  const early = await Promise.race([running.then(() => false), stopping.then(() => true)]);
  if (early) running.catch(() => {});
  else console.log((await running).welcome);
  const { hurry } = await stopping;
  console.log('\nStopping: finishing what is under way. Press Ctrl-C again to stop at once.');
  if (!early)
    await Promise.race([
      (await running).stop(),
      pause(patience, undefined, { signal: hurry }).catch(() => {}),
    ]);
  await Promise.race([opened.close(), pause(patience)]);
  console.log('Stopped.');
}

async function openAndLoad(
  config: Config,
  load: () => Promise<Application>,
): Promise<readonly [Opened, Application]> {
  const opening = openGround(config);
  try {
    const loading = afterwards().then(() => step('Program', load, () => 'loaded'));
    return await Promise.all([opening, loading]);
  } catch (thrown) {
    await opening.then(({ close }) => close()).catch(() => {});
    throw thrown;
  }
}

type Running = Readonly<{ welcome: string; stop: () => Promise<void> }>;

async function start({ ground, close }: Opened, application: Application): Promise<Running> {
  const { config } = ground;
  const started: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    await Promise.all(started.map((end) => end()));
  };
  try {
    await demonstrate(ground, application);
    const staff = await application.staffSite(ground);
    const help = await application.helpSite(ground);
    started.push(
      () => staff.close(),
      () => help.close(),
    );
    await step(
      'Staff site',
      () => listenOn(staff, config.host, config.port, 'LINTEL_PORT'),
      () => `port ${config.port}`,
    );
    await step(
      'Help site',
      () => listenOn(help, config.host, config.helpPort, 'LINTEL_HELP_PORT'),
      () => `port ${config.helpPort}`,
    );
    await servePartners(ground, application, started);
    // Before the jobs, which have much to look at when they begin.
    const welcome = await greeting(ground, application);
    const jobs = await step(
      'Jobs',
      () => application.startJobs(ground),
      () => 'running',
    );
    started.push(() => jobs.stop());
    return { welcome, stop };
  } catch (thrown) {
    await stop().catch(() => {});
    await close();
    throw thrown;
  }
}

/** Only where a port is set: what agencies read over a link is a site of its own, apart from the other two. */
async function servePartners(
  ground: Ground,
  application: Application,
  started: (() => Promise<unknown>)[],
): Promise<void> {
  const { host, partnerPort } = ground.config;
  if (partnerPort === undefined) return;
  const site = await application.partnerSite(ground);
  started.push(() => site.close());
  await step(
    'Partner site',
    () => listenOn(site, host, partnerPort, 'LINTEL_PARTNER_PORT'),
    () => `port ${partnerPort}`,
  );
}

async function demonstrate(ground: Ground, application: Application): Promise<void> {
  if (ground.config.demo === 'off') return;
  const { landlords, real } = await countLandlords(ground.app);
  if (ground.config.demo === 'on' && real > 0) {
    throw new Failure(
      'LINTEL_DEMO is on, but this database holds the records of real landlords.',
      'Set LINTEL_DEMO to off, or name another database for the demonstration.',
    );
  }
  if (landlords > 0) return;
  console.log('  Demonstration two invented landlords live through four months of work, this once');
  const bar = progress('  Demonstration', 1);
  const checked: Ground = { ...ground, app: { ...ground.app, checkRows: true } };
  await application.loadDemonstration(checked, bar.at);
  bar.end();
}

/** Lintel itself speaks no https: where staff reach it by that, a proxy stands before it. */
export function proxyLines({ publicUrl, helpUrl, trustProxy }: Config): readonly string[] {
  const https = [publicUrl, helpUrl].some((url) => url.startsWith('https:'));
  if (!https || trustProxy !== false) return [];
  return [
    '',
    'The address of a site begins with https, so there is a proxy, and LINTEL_TRUST_PROXY is off: everybody would',
    'seem to have the address of the proxy. Set it to the number of proxies, or to their addresses.',
  ];
}

/** Where agencies read what was shared over a link; whoever tries the program is told how to have that. */
export function partnerLines({ partnerUrl, helpPort }: Config, tried: boolean): readonly string[] {
  if (partnerUrl !== undefined) return [`Partner site: ${partnerUrl}`];
  if (!tried) return [];
  return [
    `Partner site: none. LINTEL_PARTNER_PORT=${helpPort + 1} adds it: agencies read there what was shared.`,
  ];
}

async function greeting(ground: Ground, application: Application): Promise<string> {
  const { publicUrl, helpUrl } = ground.config;
  const signIns = await application.demonstrationSignIns(ground);
  return [
    '',
    `Staff site:   ${publicUrl}`,
    `Help site:    ${helpUrl}`,
    ...partnerLines(ground.config, signIns.length > 0),
    ...demonstrationLines(signIns),
    ...proxyLines(ground.config),
    '',
    'Press Ctrl-C to stop.',
  ].join('\n');
}
