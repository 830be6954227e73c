const ofNotAsked = 'Of “not asked” alone: the same question is walked on the form of a contact.';
const toOneManager =
  'For whoever answered alone: no page shows it, and the other side learns no more than the result.';
const search = 'A search within the form: nothing is stored.';
const keptBack = 'Kept back until a reason is given (L2.1a); src/modules/disclosures tries that.';
const looked = 'Whoever looked, and why, stands in the record alone until there is a case.';
const weighed = 'It is weighed; what it comes to is stored in words, as the grounds of the decision.';
const asATime = 'It is kept and shown as the time at which it ends.';
const begins =
  'One tick begins the promise of specialist advice: it is kept as that promise, and in the record.';
const chooses = 'It chooses what is written; what it led to is what is kept.';
const ofAHandover = 'Of a handover alone, where it is shown: src/modules/disclosures/handover.db.test.ts.';
const onItsOwnForm =
  'Whoever may see it reads it on its own form: no page repeats it, for nothing depends on it (V3.3).';

/** What was not found again, by form and field, with the reason. */
export const unfound: Readonly<Record<string, string>> = {
  '/contractors/:contractor/ending why':
    'It stays on the row of the contractor; its page lists those who may be sent.',
  '/cases/:id/security/offers/:offer/order there':
    'Only “no” is taken: nobody is sent where whoever is feared may be.',
  '/hubs/:hub/ending why':
    'It stays on the row of the service; its page lists those to whom somebody is referred.',
  '/holds/:hold/review decision': 'A hold that ends is no longer shown; one that stays, is.',
  '/cases/:id/closings/:closing decision': 'A signed closing shows as the case being closed.',
  '/cases/:id/contact/new needsAsked':
    'It says that nobody needs anything; what somebody needs is written in its place.',
  '/cases/:id/debt-respite/:respite change': chooses,
  '/cases/:id/diary/:planned/move checkIn': asATime,
  '/cases/:id/diary/:planned/move length': asATime,
  '/cases/:id/diary/new checkIn': asATime,
  '/cases/:id/diary/new length': asATime,
  '/cases/:id/contacts/new honour': begins,
  '/cases/:id/entries/:entry/correction honour': begins,
  '/cases/:id/entries/new honour': begins,
  '/cases/:id/equality disability': onItsOwnForm,
  '/cases/:id/equality ethnicity': onItsOwnForm,
  '/cases/:id/equality gender': onItsOwnForm,
  '/cases/:id/equality orientation': onItsOwnForm,
  '/cases/:id/equality pregnancy': onItsOwnForm,
  '/cases/:id/equality religion': onItsOwnForm,
  '/cases/:id/equality sex': onItsOwnForm,
  '/cases/:id/exports leaveOut': 'The names that a file leaves out are in no list: that would be the leak.',
  '/cases/:id/home/new search': search,
  '/cases/:id/markers/:marker/review decision': 'A marker that ends is no longer shown; one that stays, is.',
  '/cases/:id/messages/new language': 'It says by which list the words are read.',
  '/cases/:id/messages/new wording': 'It is kept as every word that is sent.',
  '/cases/:id/messages/new route': 'It is kept as what it goes by, and which of the agreed ways that is.',
  '/cases/:id/messages/new useful': 'It is kept and shown as the last day on which it is sent.',
  '/cases/:id/messages/:message/doubt answer': 'How the message stands from then on says it, and its steps.',
  '/cases/:id/messages/:message/reading read': 'What they read is kept, word for word, with their name.',
  '/cases/:id/people/new q': search,
  '/cases/:id/plan/copies/new knowing': 'It opens the way to those lines, which are stored.',
  '/cases/:id/risk/assessments/:assessment/copies/new words': chooses,
  '/cases/:id/reopening dangerWhy': ofNotAsked,
  '/cases/:id/risk/assessments/:assessment/ending dangerWhy': ofNotAsked,
  '/cases/:id/risk/assessments/:assessment/ending fewWhy':
    'Of few answers alone: tests/policy/assessing.db.test.ts.',
  '/cases/:id/risk/assessments/new company': 'Asked first: with any other answer nothing begins (L2.1a).',
  '/cases/:id/risk/assessments/new overheard': 'Asked first: with any other answer nothing begins (L2.1a).',
  '/cases/:id/risk/assessments/new words': chooses,
  '/cases/:id/shares/new plan': 'One tick takes the version that was last agreed along: which one, is kept.',
  '/concerns/new search': search,
  '/court-steps/new search': search,
  '/programme-questions/:question said': toOneManager,
  '/programme-questions/:question words': toOneManager,
  '/wordings/withdrawal of': 'It chooses the wording, which is shown as out of use.',
  '/disclosures/:id reason': looked,
  '/disclosures/:id words': looked,
  '/disclosures/:id/triage alleged_age': weighed,
  '/disclosures/:id/triage connection': weighed,
  '/disclosures/:id/triage happened': weighed,
  '/disclosures/:id/triage person_age': weighed,
  '/disclosures/:id/triage reached_at': ofAHandover,
  '/disclosures/:id/triage reached_channel': ofAHandover,
  '/disclosures/:id/triage search': search,
  '/disclosures/new contact_value': keptBack,
  '/disclosures/new informant_contact': keptBack,
  '/disclosures/new phone-call_back': keptBack,
  '/disclosures/new phone-code_word': keptBack,
  '/cases/:id/security/offers/:offer/order conflict':
    'Nobody is sent but on *no*: what they said of who works there is kept in their words.',
  '/emergency-access/new q': search,
  '/helplines/new place': 'It is where the line stands in the list.',
  '/markers/:marker/review decision': 'A marker that ends is no longer shown; one that stays, is.',
  '/people/:id reason': 'Whoever looked, and why, stands in the record alone.',
  '/referrals/:referral/writing hub':
    'It is kept and shown as the service that it names, and how that is reached.',
  '/referrals/:referral/writing who': 'It is kept as one of the kinds of things that the referral tells of.',
  '/risk/areas/:area/meetings/new held': chooses,
  '/risk/pathways/new pathway': chooses,
  '/rota/absences/new last': 'It is kept as the moment at which the absence ends.',
};
