import type { Carried, Carrier, Carriers, Parcel } from '#kit/carrier.ts';
import type { Services } from '#kit/services.ts';
import { transact } from '#kit/sql.ts';
import { recordSafeContact } from '#modules/agreement/index.ts';
import type { NewSafeContact } from '#modules/agreement/store/safe-contacts.ts';
import type { Team } from '#modules/cases/testing.ts';
import { morning } from '#modules/cases/testing.ts';
import type { CaseId } from '#rules/facts.ts';
import { testClock, testServices } from '../../../tests/site.ts';
import { jobs } from './jobs.ts';
import { othersLately } from './store/others-lately.ts';
import { type NewMessage, queueMessage } from './store/queue.ts';
import { type KeptMessage, messageOf } from './store/rows.ts';
import { saidLately } from './store/said-lately.ts';

/** A service for tests, which remembers what it was handed and does with it what the test says. */
export function remembering(does: (parcel: Parcel) => Promise<Carried> | Carried = taken): Carrier & {
  readonly parcels: Parcel[];
} {
  const parcels: Parcel[] = [];
  return {
    name: 'a service for tests',
    parcels,
    carry: async (parcel) => {
      parcels.push(parcel);
      return does(parcel);
    },
    close() {},
  };
}

export const taken = (parcel: Parcel): Carried => ({ how: 'taken', carrierId: `c-${parcel.id}` });

/** May be texted on a mobile that only they use, at any time, and nothing else. */
export const mayBeTexted: Omit<NewSafeContact, 'caseId'> = {
  ...{ channel: 'phone', value: '07700 900123', times: '', shared: 'no', whoMightAnswer: '', codeWord: '' },
  ...{ mayLeaveVoicemail: false, mayText: true, mayEmail: false, mayPost: false, withholdNumber: true },
  ...{ accessNeedsAsked: false, language: '', interpreter: '', workerGender: '', meetingPlace: '' },
  ...{ adjustments: '', doNot: '', agreedWithPerson: true },
};

export const pleaseCall: Omit<NewMessage, 'caseId'> = {
  ...{ channel: 'text', over: 'first', says: 'neutral', words: 'Please call Sam when you can.' },
  ...{ askedForBy: 'team', usefulUntil: Temporal.PlainDate.from('2026-07-08'), learners: [] },
};

/** The program’s own job over a team’s database, under a clock that the test moves. */
export function program(team: Team, carriers: Carriers) {
  const clock = testClock('2026-07-01T09:00');
  const base = testServices({ app: team.db.pool } as never, clock);
  const services: Services = { ...base, carriers };
  return {
    services,
    later: (duration: Temporal.DurationLike) => clock.set(clock.now().add(duration)),
    now: clock.now,
    run: async () => {
      for (const job of jobs) await job.run(services, team.organisation);
    },
  };
}

export const agrees = (team: Team, caseId: CaseId, more: Partial<NewSafeContact> = {}, now = morning) =>
  team.as(team.worker, (tx, who) => recordSafeContact(tx, who, { ...mayBeTexted, ...more, caseId }), now);

/** Whoever writes it was asked about what went before, and says that it is meant. */
export const writes = (team: Team, caseId: CaseId, more: Partial<NewMessage> = {}, now = morning) =>
  team.as(
    team.worker,
    async (tx, who) => {
      const message = { ...pleaseCall, ...more, caseId };
      const same = await saidLately(tx, who, message);
      const others = (await othersLately(tx, who, message)).map(({ id }) => id);
      return queueMessage(tx, who, {
        ...{ ...message, repeatsId: same?.id ?? null },
        beside: { others: others.filter((id) => id !== same?.id), why: 'They asked for both' },
      });
    },
    now,
  );

export async function standingOf(team: Team, caseId: CaseId, message: string): Promise<KeptMessage> {
  const found = await transact(team.db, { organisation: team.organisation, system: true }, (tx) =>
    messageOf(tx, team.organisation, caseId, message),
  );
  if (!found) throw new Error('The message is not there');
  return found;
}
