import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { openFile } from '#modules/case-file/index.ts';
import {
  addContractor,
  answerJob,
  answersOf,
  contractorsOf,
  findLink,
  lookIntoStop,
  type NewAssessment,
  ordersOf,
  placeOrder,
  recordAssessment,
  recordRights,
  recordRoom,
  sendWorksLink,
} from '#modules/security/index.ts';
import { codeHash, tokenHash } from '#modules/sharing/index.ts';
import { atTheOffice, thisOrNextWorkingDay, today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import type { CaseworkAction } from '../script/casework-actions.ts';
import type { ContractorSays } from '../script/steps.ts';
import type { Acts, Theatre } from './acting.ts';

const stops: readonly string[] = ['cannot', 'problem', 'shut'];

/** Over the link alone, as whoever has it and its code. */
export async function contractorSays(
  { services, stories }: Theatre,
  story: string,
  { answers: step }: ContractorSays,
): Promise<void> {
  const caseId = stories.get(story)?.caseId;
  const key = caseId && keys.get(stories)?.get(caseId);
  if (!key) return;
  const { secret } = services;
  const [token, code] = [tokenHash(secret, key.token), codeHash(secret, key.token, key.code)];
  const reader = 'Sam Larch';
  const found = await findLink(services, { token, code, reader });
  const words = step === 'problem' ? 'Rang twice, nobody came to the door' : '';
  if (found) await answerJob(services, found, { step, reader, words, photos: [], problem: 'nobody' });
}

type Works = Extract<CaseworkAction, { readonly does: 'order-works' }>['works'];

/** What each story’s link to a job opens by; it is shown once, and kept nowhere but here. */
const keys = new WeakMap<
  Theatre['stories'],
  Map<CaseId, { readonly token: string; readonly code: string }>
>();

export const securityActs: Acts<'order-works' | 'send-works-link' | 'look-into-stop'> = {
  async 'send-works-link'({ acting: { tx, office, services, stories }, caseId }) {
    const order = (await ordersOf(tx, office.organisation, caseId)).find(({ endedAt }) => endedAt === null);
    if (!order) return undefined;
    const { secret, settings } = services;
    const sent: string[] = [];
    const mail = {
      send: async (_: Tx, { link = '' }: { readonly link?: string }) => void sent.push(link),
    };
    const code = await sendWorksLink(
      tx,
      office,
      { secret, settings: { ...settings, partnerUrl: 'https://partners.example' }, mail },
      {
        ...{ caseId, order, address: 'jobs@larchfield.example', from: office.pack.publisher },
        codeTold: 'Read out on the telephone, on the number on record',
      },
    );
    const kept = keys.get(stories) ?? new Map();
    keys.set(stories, kept);
    kept.set(caseId, { token: sent.at(-1)?.split('/').at(-1) ?? '', code });
    return undefined;
  },
  async 'look-into-stop'({ acting: { tx, office }, caseId }, { words }) {
    const all = await answersOf(tx, office.organisation, caseId);
    const stop = all.find(({ outcome, lookedAt }) => stops.includes(outcome) && lookedAt === null);
    if (stop) await lookIntoStop(tx, office, { caseId, stop, said: 'spoke', words });
    return undefined;
  },
  async 'order-works'({ acting: { tx, office }, caseId, before }, { nth, whom, works, inDays }) {
    const offerId = before.offerIds?.[nth];
    if (!offerId) return undefined;
    const { looked, details, rights, room } = ofWorks[works];
    const file = room ? await openFile(tx, office.organisation, caseId) : null;
    // No room without a plan of which it is a part: nothing of it is done.
    if (room && file?.planStanding !== 'agreed') return { offerIds: before.offerIds?.with(nth, '') ?? [] };
    if (looked) await lookedAt(tx, office, caseId, looked);
    if (rights) await recordRights(tx, office, caseId, { ...nothingKnown, ...rights });
    if (room) await recordRoom(tx, office, caseId, room);
    const day = today(office).add({ days: inDays });
    await placeOrder(tx, office, {
      ...{ caseId, offerId, contractorId: await theContractor(tx, office, whom), details },
      ...{ askFor: '', address: 'As agreed on the phone', twoPeople: true },
      ...{ dayOn: inDays === 0 ? day : thisOrNextWorkingDay(day, office.calendar) },
      ...hours(office, inDays === 0),
      ...{ conflictSaid: '“I know nobody there.”', outsideWhy: ofWorks[works].outsideWhy ?? '' },
    });
    return undefined;
  },
};

/** In the next two hours, or in the morning of another day. */
function hours({ now, calendar }: Office, soon: boolean) {
  const rounded = { smallestUnit: 'minute', roundingIncrement: 30 } as const;
  const from = soon
    ? atTheOffice(now, calendar).toPlainTime().add({ minutes: 30 }).round(rounded)
    : Temporal.PlainTime.from('10:00');
  return { from, to: from.add({ hours: 2 }) };
}

interface OfWorks {
  readonly details: string;
  /** What of the home was looked at with them, and what they said. */
  readonly looked?: Pick<NewAssessment, 'looked' | 'words'>;
  readonly rights?: Partial<typeof nothingKnown>;
  /** That they named the hour themselves. */
  readonly outsideWhy?: string;
  readonly room?: Parameters<typeof recordRoom>[3];
}

const nothingKnown: Parameters<typeof recordRights>[3] = {
  ...{ holder: 'not_known', holderStands: null, spouse: 'not_known', spouseStands: null },
  ...{ orderWhat: '', orderRead: false, orderUntil: null, owner: 'ours', fire: 'not_asked', words: '' },
};

const ofWorks: Readonly<Record<Works, OfWorks>> = {
  window_alarm: {
    details: 'At the back',
    looked: {
      looked: [
        { area: 'entry', answer: 'needed', words: 'The back door does not close well' },
        { area: 'sight', answer: 'needed', words: 'It is dark at the back' },
        { area: 'keys', answer: 'not_known', words: '' },
      ],
      words: '“I hear it when somebody is at the back.”',
    },
    rights: {},
  },
  make_safe: { details: 'The front door and its frame', outsideWhy: '“Come today, I am in all day.”' },
  door_bolt: {
    details: 'The back door, inside, at the height of a hand',
    looked: {
      looked: [
        { area: 'entry', answer: 'needed', words: 'The back door has one lock and no bolt' },
        { area: 'fire', answer: 'fine', words: 'The way out is the front door' },
      ],
      words: '“The back door is the one I listen for.”',
    },
  },
  sanctuary_room: {
    details: 'The bedroom at the front. You have the drawing',
    rights: {
      ...{ holder: 'alone', fire: 'agrees' },
      words: 'The agreement was looked at. The fire officer of the landlord saw the drawing.',
    },
    room: {
      ...{ wish: 'yes', fearedLivesThere: 'no', fireService: 'advised', getsOut: 'yes' },
      fireWords: 'They came to the home, and fitted an alarm in that room',
      words: '“I would wait in there until somebody comes.”',
    },
  },
};

async function lookedAt(
  tx: Tx,
  office: Office,
  caseId: CaseId,
  looked: NonNullable<OfWorks['looked']>,
): Promise<void> {
  const found = { outcome: 'made', way: 'at_home', againOn: null, ...looked } as const;
  await recordAssessment(tx, office, { caseId, happenedOn: today(office), ...found });
}

/** Of that name; written down where nobody has yet, and looked into for a year. */
async function theContractor(tx: Tx, office: Office, name: string): Promise<string> {
  const on = async () =>
    (await contractorsOf(tx, office.organisation)).find((each) => each.name === name)?.id;
  const there = await on();
  if (there) return there;
  const vettedHow = 'References and checks were seen, and the code of conduct is signed';
  const vettedUntil = today(office).add({ years: 2 });
  const phone = '020 7946 0123';
  await addContractor(tx, office, { name, domain: 'larchfield.example', phone, vettedUntil, vettedHow });
  return (await on()) ?? '';
}
