import { Fault, insist } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { whenItHappened } from '#kit/when-it-happened.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { kindOf } from '../kinds.ts';
import { dayOfNextLook } from '../looks.ts';
import {
  isTheirs,
  isToldByContractor,
  mayFollow,
  mayOrder,
  mayTell,
  type StepName,
  stateOf,
} from '../offer.ts';
import { toldInWords } from '../words.ts';
import { followMoney } from './follow-money.ts';
import { movePromises } from './move-promises.ts';
import type { NewStep, SoFar } from './new-step.ts';

/**
 * Adds a step where it may follow, moves the promises that wait for it, and tells the chronology. Throws a refusal with
 * its reason, or `stale` where somebody else was first. @returns its id
 */
export async function writeStep(tx: Tx, office: Office, offer: SoFar, given: NewStep): Promise<string> {
  const { steps = [] } = offer;
  const step = { ...given, dayOn: dayOfNextLook(kindOf(offer.kind), steps, given) };
  insist(mayFollow(kindOf(offer.kind), stateOf(steps), step.step, step.ending));
  insist(mayTell(kindOf(offer.kind), { shareId: null, way: '', ...step }));
  insist(mayOrder(kindOf(offer.kind), { worksOrderId: null, ...step }));
  const id = newId<string>();
  await addRow(tx, office, offer, { id, ...step });
  await followMoney(tx, office, offer, [...steps, { pence: null, fundId: null, struck: false, ...step }]);
  await movePromises(tx, office, offer, { ...step, id });
  const happenedAt = whenItHappened(office, step.happenedOn);
  await addEntry(tx, office, {
    ...{ caseId: offer.caseId, kind: 'plan', happenedAt, knownAt: office.now, subjectId: id },
    source: isToldByContractor(step) ? 'contractor' : isTheirs(step.step) ? 'person' : 'record',
    words: toldInWords(offer, { ...nothingMore, ...step }, step.words ?? ''),
  });
  return id;
}

const nothingMore = {
  ...({ whom: '', dayOn: null, pence: null, ending: '', way: '', shareId: null } as const),
  ...({ goes: '', opens: '', worksOrderId: null } as const),
};

/** What else may stand in a row: what was asked about it, or which step was recorded in error. */
interface NewRow extends Omit<NewStep, 'step'> {
  readonly id: string;
  readonly step: StepName | 'details' | 'struck';
  readonly answers?: Readonly<Record<string, string>>;
  readonly strikesId?: string;
}

/** The next row of an offer: whoever is second finds its number taken. */
export async function addRow(tx: Tx, office: Office, offer: SoFar, row: NewRow): Promise<void> {
  const { organisation, staff, now } = office;
  const { id, step, happenedOn, words = '', way = '', whom = '', dayOn = null, pence = null } = row;
  const {
    shareId = null,
    ending = '',
    answers = {},
    strikesId = null,
    costId = null,
    worksOrderId = null,
    fundId = null,
    goes = '',
    opens = '',
  } = row;
  const added =
    await tx.run(sql`insert into support_step (organisation_id, id, case_id, offer_id, number, step,
      happened_on, recorded_at, recorded_by, way, whom, words, day_on, pence, answers, share_id, ending,
      strikes_id, cost_id, works_order_id, fund_id, goes, opens)
    values (${organisation}, ${id}, ${offer.caseId}, ${offer.id}, ${offer.revision + 1}, ${step}, ${happenedOn},
      ${now}, ${staff}, ${way}, ${whom}, ${words}, ${dayOn}, ${pence}, ${JSON.stringify(answers)}, ${shareId},
      ${ending}, ${strikesId}, ${costId}, ${worksOrderId}, ${fundId},
      ${goes}, ${opens})
    on conflict do nothing`);
  if (added === 0) throw new Fault('stale');
}
