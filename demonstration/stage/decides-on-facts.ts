import { transact } from '#kit/sql.ts';
import { addPerson } from '#modules/case-file/index.ts';
import {
  answerAdults,
  decideNoReferral,
  decideReferral,
  type NewReferralDecision,
  type Referral,
  recordStep,
  referralsOf,
  weighFacts,
} from '#modules/safeguarding/index.ts';
import type { CaseId } from '#rules/facts.ts';
import type { Step } from '../script/steps.ts';
import type { Post } from '../script/team.ts';
import type { Theatre } from './acting.ts';
import { colleague } from './landlord.ts';

/** Invented, and always the same: a number from the moment at which it happens. */
const chanceOf = (at: Temporal.Instant) => Math.floor(at.epochMilliseconds / 60_000) % 10;

/**
 * What a step entered is weighed as it would be within seconds, and whoever works on the case decides: mostly that it
 * is referred; sometimes that it is not, which a second person looks at; and some still wait.
 */
export async function decidesOnFacts(theatre: Theatre, { story, action, at }: Step): Promise<void> {
  const by = 'by' in action ? action.by : null;
  const caseId = theatre.stories.get(story)?.caseId;
  const looked = lookedAt(theatre, story);
  if (tells.has(action.does) && (await weighed(theatre, at)) > 0) looked.waits = true;
  if (action.does === 'triage' || action.does === 'refer') looked.waits = true;
  if (!caseId || !by || !looked.waits || (looked.at && at.since(looked.at).total('hours') < apart)) return;
  looked.at = at;
  if (action.does === 'triage' && (await tellsMore(theatre, by, at, caseId))) await weighed(theatre, at);
  const { notReferred, waits } = await asColleague(theatre, by, at, (tx, office) =>
    goesOn(tx, office, caseId),
  );
  looked.waits = waits;
  for (const referral of notReferred) await asksASecond(theatre, by, at, referral);
}

function weighed({ services, organisation, ...theatre }: Theatre, at: Temporal.Instant): Promise<number> {
  return transact(services.db, { organisation, system: true }, (tx) =>
    weighFacts(tx, theatre.officeAt(null, at)),
  );
}

/**
 * What nobody had told at first, in a few cases of each landlord: that somebody of fifteen is harmed too, in the first;
 * that an adult there needs care, in the next ones.
 */
async function tellsMore(theatre: Theatre, by: Post, at: Temporal.Instant, caseId: CaseId): Promise<boolean> {
  const before = toldMore.get(theatre.stories) ?? 0;
  if (before > needCare) return false;
  return asColleague(theatre, by, at, async (tx, office) => {
    if ((await referralsOf(tx, office.organisation, { caseId })).length > 0) return false;
    toldMore.set(theatre.stories, before + 1);
    const person = { personId: null, describedAs: 'Her daughter, who is 15', connection: '', notes: '' };
    if (before === 0) await addPerson(tx, office, { ...person, caseId, part: 'at_risk', age: '15' });
    else await answerAdults(tx, office, { caseId, adults: 'yes', version: null });
    return true;
  });
}

const needCare = 4;
const toldMore = new WeakMap<Theatre['stories'], number>();

/** Steps by which something is entered that may ask. */
const tells: ReadonlySet<Step['action']['does']> = new Set([
  ...['receive', 'hand-on', 'triage', 'children', 'add-person', 'entry', 'assess', 'child-needs'],
] as const);

/** Each case is looked at by whoever works on it some hours apart, for as long as something about a referral waits. */
const apart = 3;
interface Looked {
  at?: Temporal.Instant;
  waits: boolean;
}
const looks = new WeakMap<Theatre['stories'], Map<string, Looked>>();

function lookedAt({ stories }: Theatre, story: string): Looked {
  const of = looks.get(stories) ?? new Map<string, Looked>();
  looks.set(stories, of);
  const looked = of.get(story) ?? { waits: false };
  of.set(story, looked);
  return looked;
}

type Work<T> = (tx: Parameters<typeof recordStep>[0], office: Parameters<typeof recordStep>[1]) => Promise<T>;

function asColleague<T>(theatre: Theatre, post: Post, at: Temporal.Instant, work: Work<T>): Promise<T> {
  const { id: staff, roles } = colleague(theatre, post);
  const scope = { organisation: theatre.organisation, staff, roles };
  return transact(theatre.services.db, scope, (tx) => work(tx, theatre.officeAt(staff, at)));
}

/** Nobody closes a case in which a referral is open: whoever closes it has the last word of it first. */
export async function settlesReferrals(theatre: Theatre, { story, action, at }: Step): Promise<void> {
  const caseId = theatre.stories.get(story)?.caseId;
  if (!caseId || !('by' in action) || !action.by) return;
  await asColleague(theatre, action.by, at, async (tx, office) => {
    for (const referral of await referralsOf(tx, office.organisation, { caseId })) {
      const { id, standing } = referral;
      if (standing === 'undecided') await decideReferral(tx, office, id, refers(referral));
      if (standing === 'undecided' || standing === 'to_make')
        await recordStep(tx, office, id, made(referral, at));
      if (standing !== 'undecided' && standing !== 'to_make' && standing !== 'to_answer') continue;
      const answered = { step: 'answered', answer: 'no_action', knownBy: 'they_rang' } as const;
      const words = 'They see no need for more, and say whom to ring.';
      await recordStep(tx, office, id, { ...answered, whom: 'The duty desk', words, happenedAt: at });
    }
  });
}

/** @returns those of which somebody said that none is made, and whether anything waits */
async function goesOn(
  ...[tx, office, caseId]: [...Parameters<Work<unknown>>, CaseId]
): Promise<{ readonly notReferred: readonly string[]; readonly waits: boolean }> {
  const notReferred: string[] = [];
  let waits = false;
  for (const referral of await referralsOf(tx, office.organisation, { caseId })) {
    const { id, standing, facts } = referral;
    if (standing === 'undecided') {
      const pressing = facts.some(({ reason }) => reason === 'under_16');
      const chance = pressing ? 9 : chanceOf(office.now);
      waits = true;
      if (chance === 0) continue;
      await decideReferral(tx, office, id, chance === 1 ? refersNot : refers(referral));
      if (chance === 1) notReferred.push(id);
      else await recordStep(tx, office, id, made(referral, office.now));
    } else if (standing === 'to_answer') await hears(tx, office, referral);
    if (standing === 'to_answer' || standing === 'to_make') waits = true;
  }
  return { notReferred, waits };
}

function refers({ kind }: Referral): NewReferralDecision {
  return {
    decision: 'refer',
    why:
      kind === 'child'
        ? 'They see and hear it at home, and are afraid. Nobody else looks after that yet.'
        : 'He keeps her medicine from her, and she cannot get to a doctor by herself.',
    ...{ consent: 'agrees', consentWords: '', basis: '', condition: '', told: 'told', toldWhy: '' },
  };
}

const refersNot: NewReferralDecision = {
  decision: 'not_refer',
  why: 'A social worker is there already and was rung today: she knows of this.',
  ...{ consent: 'agrees', consentWords: '', basis: '', condition: '', told: 'told', toldWhy: '' },
};

function made({ kind }: Referral, happenedAt: Temporal.Instant) {
  const whom = `The council’s front door for ${kind === 'child' ? 'children' : 'adults'}, duty desk`;
  return { step: 'made', whom, way: 'By phone, then their form', happenedAt } as const;
}

/** Mostly they write; sometimes somebody has to ask, and asks again. An answer comes days later. */
async function hears(...[tx, office, referral]: [...Parameters<Work<unknown>>, Referral]): Promise<void> {
  const { now: happenedAt } = office;
  const last = referral.steps.findLast(({ struck }) => struck === null);
  const hours = last ? happenedAt.since(last.happenedAt).total('hours') : 0;
  const whom = 'The duty desk';
  if (last?.step === 'made' && hours > 1) {
    const asks = chanceOf(happenedAt) < 2;
    const words = asks ? 'They look for it and ring back.' : 'They have it, and gave a reference.';
    const heard = {
      step: 'acknowledged',
      knownBy: chanceOf(happenedAt) < 4 ? 'we_rang' : 'they_wrote',
    } as const;
    const step = asks ? ({ step: 'chased' } as const) : heard;
    await recordStep(tx, office, referral.id, { ...step, whom, words, happenedAt });
  } else if (last?.step === 'chased' && hours > 3)
    await recordStep(tx, office, referral.id, {
      ...{ step: 'acknowledged', knownBy: 'they_rang', whom, words: 'They have it now.', happenedAt },
    });
  else if (last?.step === 'acknowledged' && hours > 30 && referral.said === 'prompted')
    await recordStep(tx, office, referral.id, {
      ...{ step: 'answered', answer: 'taken_on', knownBy: 'they_wrote', whom, happenedAt },
      words: 'They will see the family this week.',
    });
}

/** Whoever is second reads the reason and agrees; where a wall stands before them it waits. */
async function asksASecond(
  theatre: Theatre,
  by: Post,
  at: Temporal.Instant,
  referralId: string,
): Promise<void> {
  const second = by === 'manager' ? 'deputy' : 'manager';
  await asColleague(theatre, second, at.add({ minutes: 20 }), async (tx, office) => {
    const [referral] = await referralsOf(tx, office.organisation, { referralId });
    if (!referral) return;
    await decideNoReferral(tx, office, { referralId, version: 1, decision: 'approved', why: '' });
  });
}
