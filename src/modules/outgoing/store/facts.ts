import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { type Agreed, agreedIn } from '#modules/agreement/index.ts';
import { addressOfHome, openFile, type PersonInCase, peopleIn } from '#modules/case-file/index.ts';
import { atHomeOf, propertySummary, whoElseHas } from '#modules/register/index.ts';
import type { MessageFacts } from '#modules/wordings/index.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId, PersonId } from '#rules/facts.ts';
import { householdOf } from '#rules/household.ts';
import type { Destination, Message, SendingFacts } from '#rules/may-send.ts';
import { type Address, addressOver } from '../address.ts';
import { tellingIn } from './telling.ts';

/** What decides about every message of a case. */
interface CaseFacts extends Omit<SendingFacts, 'destination'> {
  readonly agreement: Agreed | null;
  readonly home: string;
  /** What a message in it must not tell. */
  readonly telling: MessageFacts;
  readonly personId: PersonId | null;
  readonly people: readonly PersonInCase[];
}

/** What is known at this moment, and where one message would go. */
export interface Facts extends SendingFacts {
  readonly agreement: Agreed | null;
  readonly telling: MessageFacts;
  readonly to: Address;
}

/** As it stands now, behind whatever wall whoever asks stands; null: the case is not there for them. */
export async function caseFactsOf(tx: Tx, office: Office, caseId: CaseId): Promise<CaseFacts | null> {
  const { organisation, now, calendar } = office;
  const file = await openFile(tx, organisation, caseId);
  if (!file) return null;
  const { propertyId, personId } = file;
  const [agreement, people, atHome, property] = await Promise.all([
    agreedIn(tx, organisation, caseId),
    peopleIn(tx, organisation, caseId),
    propertyId ? atHomeOf(tx, organisation, propertyId, today({ now, calendar })) : null,
    propertyId ? propertySummary(tx, organisation, propertyId) : null,
  ]);
  const { reference, describedAs } = file;
  const telling = await tellingIn(tx, office, { personId, describedAs, people, reference });
  return {
    telling,
    agreement,
    standing: file.closedAt ? 'closed' : file.pausedAt ? 'paused' : 'open',
    household: householdOf({ personId, people, atHome }),
    home: addressOfHome(file, property),
    ...{ personId, people, now, calendar, blockedStaff: file.blockedStaff },
  };
}

/** Everything that decides whether a message may leave over one way. */
export async function factsOver(
  tx: Tx,
  office: Office,
  facts: CaseFacts,
  { channel, over }: Pick<Message, 'channel' | 'over'>,
): Promise<Facts> {
  const { home, personId, people, ...known } = facts;
  const to = addressOver(channel, over, facts.agreement, home);
  const alsoOf = await whoseElse(tx, office, to, personId, people);
  return { ...known, to, destination: { address: to.address, atHome: to.atHome, alsoOf } };
}

/** Of whom else the register has the same number or mailbox: many a phone is a family's. */
async function whoseElse(
  tx: Tx,
  { organisation }: Pick<Office, 'organisation'>,
  { value }: Address,
  personId: PersonId | null,
  people: readonly PersonInCase[],
): Promise<Destination['alsoOf']> {
  if (value === '' || value.includes('\n')) return 'nobody';
  const others = (await whoElseHas(tx, organisation, value)).filter((each) => each !== personId);
  if (others.length === 0) return 'nobody';
  const feared = people.filter(({ part }) => part === 'alleged_perpetrator');
  return feared.some((each) => each.personId && others.includes(each.personId)) ? 'feared' : 'somebody';
}
