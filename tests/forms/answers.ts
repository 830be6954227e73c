import { routes } from '#rules/words.ts';
import { severityWording } from '../assessments-lived-in.ts';
import type { Answers } from './filling.ts';

const byPhone: Answers = {
  ...{ channel: 'phone', value: '07700 900123' },
  ...{ 'safe1-days': ['1', '2', '3', '4', '5'], 'safe1-from': '10:00', 'safe1-to': '14:00' },
  ...{ 'safe2-days': [], 'safe3-days': [], 'never1-days': [], 'never2-days': [] },
};
const anotherPhone: Answers = { ...byPhone, name: 'her phone at work', value: '07700 900456' };
const soon: Answers = { length: '45', starts: '2026-11-19' };
const alone: Answers = { ...soon, channel: 'home', secondStaffId: '', twoPeople: [], checkIn: '15' };
const byTwo: Answers = { ...soon, channel: 'elsewhere', loneWorking: [], outsideWhy: 'Her wish' };
const onAnotherGround = { purpose: 'safety', ground: 'legal-obligation', condition: 'unlawful-acts' };
const theirOwn = { ethnicity: 'white_irish', orientation: 'bisexual', religion: 'sikh', sex: 'male' };

/**
 * Where the first answer that is offered would not do: others, and days by the name that their boxes begin with. Each
 * of them is a walk of its own; an answer must be found again in one of them.
 */
export const answered: Readonly<Record<string, readonly Answers[]>> = {
  '/cases/:id/contact/new': [byPhone],
  '/calls/:call': [
    { happened: '2026-11-18', cameOf: 'nobody' },
    { happened: '2026-11-18', cameOf: 'moved' },
  ],
  '/agencies': [{ domain: 'idva.example' }],
  '/contractors/new': [{ domain: 'contractor.example', vetted: '2027-06-30' }],
  '/contractors/:contractor/vetting': [{ vetted: '2027-05-31' }],
  '/cases/:id/security/assessments/new': [
    { happened: '2026-11-18', again: '2026-11-25' },
    { outcome: 'later', happened: '2026-11-17', again: '2026-11-26' },
  ],
  '/cases/:id/security/rights': [
    { holder: 'with_another', holderStands: 'court_order', orderRead: 'yes', orderUntil: '2027-03-20' },
  ],
  '/cases/:id/security/offers/:offer/order': [
    { conflict: 'no', there: 'no', happens: '2026-11-19', from: '10:00', to: '12:00', two: 'yes' },
  ],
  '/hubs': [{ email: 'hub@exampleshire.example' }],
  '/referrals/:referral/decision': [
    { decision: 'refer', consent: 'disagrees', basis: 'legal-obligation', condition: 'unlawful-acts' },
  ],
  '/referrals/:referral/answer': [{}, { answer: 'taken_on', knownBy: 'they_wrote' }],
  '/cases/:id/messages/new': [{ wording: '' }],
  '/letters/papers/:paper/outcome': [{ outcome: 'destroyed' }],
  '/cases/:id/consents/new': [{}, { recipient: '', by: 'authority' }],
  '/cases/:id/shares/new': [{ ...onAnotherGround, recipient: '', sort: 'police' }, onAnotherGround],
  '/cases/:id/contact/ways/:way': [anotherPhone],
  '/cases/:id/contact/ways/new': [{ ...anotherPhone, name: 'her sister’s phone' }],
  '/cases/:id/breathing-space/new': [{ months: '2' }],
  '/cases/:id/breathing-space/look': [{ months: '2' }],
  '/cases/:id/breathing-space/proposals/new': [
    { asks: 'end', until: '2027-03-20' },
    { asks: 'longer', until: '2027-03-20' },
  ],
  '/cases/:id/housing/situation': [{ jurisdiction: 'england' }],
  '/cases/:id/housing/advice/new': [
    { happened: '2026-11-18', again: '2026-11-25', legal: 'not_offered' },
    { outcome: 'not_wanted', happened: '2026-11-17', again: '2026-11-26' },
  ],
  '/move-checks/new': [{ postcode: 'EX1 2AB' }],
  '/new-lettings/new': [{ reference: 'LET-77', moves: '2026-11-20' }],
  '/cases/:id/moves/new': [{ wished: '2026-11-17', bedrooms: '3' }],
  '/cases/:id/moves/:move/step': [{ step: 'next', day: '2026-11-25' }],
  '/cases/:id/moves/:move/felt': [{ asked: '2026-11-18' }],
  '/cases/:id/moves/:move/offers/new': [{ offered: '2026-11-18' }],
  '/cases/:id/moves/offers/:offer/answer': [{ answered: '2026-11-18' }],
  '/cases/:id/moves/offers/:offer/lesser': [{ asked: '2026-11-18' }],
  '/cases/:id/moves/places/new': [{ kind: 'area', asked: '2026-11-17' }],
  '/cases/:id/moves/away/new': [{ since: '2026-11-16' }],
  '/cases/:id/debt-respite/new': [
    { kind: 'mental_health', started: '2026-11-02', treatmentEnded: '2026-11-12' },
  ],
  '/cases/:id/debt-respite/:respite': [{ on: '2026-11-17' }],
  '/cases/:id/court-steps/new': [{ taken: '2026-11-18' }],
  '/cases/:id/tenancy-events/:check/finding': [{ answer: 'stopped' }],
  '/tenancy-events/:event/answer': [{ answer: 'stopped' }],
  '/cases/:id/tenancy-changes/new': [{ asked: '2026-11-18' }],
  '/cases/:id/tenancy-changes/:change/item': [{ settled: '2026-11-18' }],
  '/cases/:id/tenancy-changes/:change/step': [{ step: 'not_wanted' }],
  '/cases/:id/mediation/new': [{ idea: 'theirs', said: '2026-11-18' }],
  '/cases/:id/mediation/:mediation/wish': [{ said: '2026-11-18' }],
  '/cases/:id/mediation/:mediation/advice': [{ given: '2026-11-18' }],
  '/cases/:id/mediation/:mediation/arrangement': [{ way: 'apart', day: '2026-11-20' }],
  '/tenancy-events/new': [{ given: '2026-11-18', ends: '2026-12-21' }],
  '/court-steps/new': [{ state: 'meant' }, { state: 'taken', taken: '2026-11-17' }],
  '/cases/:id/enforcement/:action/view': [{ asked: '2026-11-18' }],
  '/cases/:id/other-accounts/new': [{ heard: '2026-11-18' }],
  '/cases/:id/other-accounts/judgement': [
    { conclusion: 'harmed', specialist: 'harmed', fear: 'harmed', control: 'harmed', said: '2026-11-18' },
  ],
  '/own-files/new': [{ person: 'P3' }],
  '/own-files/:file/standing': [{ decided: '2026-11-17' }],
  '/own-files/:file/programmes/new': [{ accredited: 'yes', partner: 'yes', voluntary: 'yes' }],
  '/own-files/:file/programmes/:programme/referral': [{ referred: '2026-11-18' }],
  '/cases/:id/enforcement/programme-safety': [{ asked: 'asked' }],
  '/cases/:id/enforcement/:action/telling': [{ happens: '2026-11-18' }],
  '/cases/:id/enforcement/:action/taking': [{ done: '2026-11-18' }],
  '/cases/:id/contacts/new': [
    { happened: '2026-11-18', begunBy: 'them', dangerNow: 'not_asked', dangerWhat: '' },
    { happened: '2026-11-18', begunBy: 'them', dangerNow: 'yes', dangerWhy: '' },
    {
      ...{
        happened: '2026-11-18',
        outcome: 'someone_else_answered',
        whom: 'somebody_else',
        suspicion: 'yes',
      },
      ...{ dangerNow: '', dangerWhat: '', dangerWhy: '' },
    },
  ],
  '/cases/:id/diary/:planned/move': [alone, byTwo],
  '/cases/:id/diary/new': [alone, byTwo],
  '/cases/:id/entries/:entry/audience': [{ audience: 'agencies' }],
  '/cases/:id/entries/:entry/correction': [{ audience: 'agencies' }],
  '/cases/:id/entries/new': [{ audience: 'agencies' }],
  '/cases/:id/equality': [theirOwn],
  '/cases/:id/home/new': [
    { kind: 'elsewhere', change: 'moved', since: '2026-11-17' },
    { kind: 'elsewhere', address: '11 Quay Row', change: 'wrong', since: '2026-11-16' },
  ],
  '/cases/:id/plan/actions/:action': [{ owner: 'colleague' }, { owner: 'agency' }],
  '/cases/:id/plan/actions/:action/outcome': [{}, { outcome: 'moved' }],
  '/cases/:id/plan/actions/new': [{}, { owner: 'agency' }],
  '/cases/:id/plan/copies/new': [{ way: 'handed_over' }],
  '/cases/:id/support/new': [{ answer: 'thinking', again: '2026-11-25' }],
  '/cases/:id/support/:offer/answer': [{ answer: 'thinking', again: '2026-11-25' }],
  '/cases/:id/support/:offer/approval': [{ cost: '45.50' }],
  '/cases/:id/support/:offer/order': [{ happened: '2026-11-18', comes: '2026-11-20' }],
  '/cases/:id/support/:offer/delivery': [{ happened: '2026-11-18', cost: '45.50' }],
  '/cases/:id/support/:offer/confirmation': [{ happened: '2026-11-18' }],
  '/cases/:id/support/looks/:look': [
    { said: 'look_rather_not', happened: '2026-11-18', again: '2026-11-25' },
  ],
  '/cases/:id/support/:offer/loss': [{ happened: '2026-11-18' }],
  '/cases/:id/support/:offer/return': [{ happened: '2026-11-18' }],
  '/cases/:id/money/new': [{ happened: '2026-11-17' }],
  '/cases/:id/money/:matter/step': [{ happened: '2026-11-17' }, { step: 'done', happened: '2026-11-17' }],
  '/cases/:id/money/gains/new': [{ once: '45.50', weekly: '2', happened: '2026-11-17' }],
  '/cases/:id/costs/new': [{ amount: '45.50', fell: '2026-11-17' }],
  '/cases/:id/costs/time/new': [{ hours: '1.5', worked: '2026-11-17' }],
  '/cases/:id/costs/avoided/new': [{ kind: 'temporary' }],
  '/costs/rates': [{ amount: '45.50', begins: '2026-11-18' }],
  '/funds/new': [{ amount: '500' }],
  '/funds/:fund/budget': [{ amount: '500' }],
  '/stock/new': [{ happened: '2026-11-17', number: 'K-77' }],
  '/stock/:item/check': [{ happened: '2026-11-18', test: '2026-12-18' }],
  '/stock/:item/return': [{ happened: '2026-11-18' }],
  '/stock/:item/loss': [{ happened: '2026-11-18' }],
  '/stock/:item/retirement': [{ happened: '2026-11-18' }],
  '/cases/:id/support/:offer/ending': [{ happened: '2026-11-18' }],
  '/cases/:id/risk/assessments/:assessment/ending': [{ ending: 'stopped_by_person' }],
  '/cases/:id/plans/new': [{ again: '2026-11-19' }],
  '/cases/:id/risk/level': [{ level: 'high' }],
  '/cases/:id/risk/received/:received/correction': [{}, { tool: 'other' }],
  '/cases/:id/risk/received/new': [{}, { tool: 'other' }],
  '/day/reminders/new': [{ due: '2026-11-18' }],
  '/disclosures/:id/triage': [
    { children: 'yes' },
    { children: 'yes', given_name: '', family_name: '' },
    { children: 'yes', outcome: 'handover', reached: 'no' },
  ],
  '/disclosures/new': routes.map(({ value }) => ({ route: value })),
  '/holds/new': [{ tenancy: 'T1' }],
  '/policy/changes/new': [{ pack: 'livv-2024' }],
  // what belonged there stays: to leave it would make fewer people high
  '/risk/areas/:area': [{ authorities: 'Exampleshire\nUpper Exampleton\nNether Exampleton' }],
  '/risk/areas/:area/meetings/new': [{ held: 'held', checked: '2026-11-18' }],
  '/risk/lines/:line/checks/new': [{ checked: '2026-11-18', outcome: 'differs' }],
  '/risk/instruments/new': [{ file: JSON.stringify({ ...severityWording, version: '2026-9' }) }],
  '/risk/thresholds/new': [
    { instrument: 'dash', highFrom: '12', mediumFrom: '8', callOuts: '3' },
    { instrument: 'merit', highFrom: '72', mediumFrom: '30', callOuts: '' },
  ],
  '/staff/confirmations/:id': [{}, { decision: 'decline' }],
};
