import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import {
  addContractor,
  contractorsOf,
  placeOrder,
  recordAssessment,
  recordRights,
} from '#modules/security/index.ts';
import { today } from '#rules/calendar.ts';
import type { Acts } from './acting.ts';

export const securityActs: Acts<'order-works'> = {
  async 'order-works'({ acting: { tx, office }, caseId, before }, { nth, whom }) {
    const offerId = before.offerIds?.[nth];
    if (!offerId) return undefined;
    const happenedOn = today(office);
    await recordAssessment(tx, office, {
      ...{ caseId, happenedOn, outcome: 'made', way: 'at_home', againOn: null },
      looked: [
        { area: 'entry', answer: 'needed', words: 'The back door does not close well' },
        { area: 'sight', answer: 'needed', words: 'It is dark at the back' },
        { area: 'keys', answer: 'not_known', words: '' },
      ],
      words: '“I hear it when somebody is at the back.”',
    });
    await recordRights(tx, office, caseId, {
      ...{ holder: 'not_known', holderStands: null, spouse: 'not_known', spouseStands: null },
      ...{ orderWhat: '', orderRead: false, orderUntil: null, owner: 'ours', fire: 'not_asked', words: '' },
    });
    await placeOrder(tx, office, {
      ...{ caseId, offerId, contractorId: await theContractor(tx, office, whom) },
      ...{
        details: 'At the back',
        askFor: '',
        address: 'As agreed on the phone',
        dayOn: happenedOn.add({ days: 1 }),
      },
      ...{ from: Temporal.PlainTime.from('10:00'), to: Temporal.PlainTime.from('12:00'), twoPeople: true },
      ...{ conflictSaid: '“I know nobody there.”', outsideWhy: '' },
    });
    return undefined;
  },
};

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
