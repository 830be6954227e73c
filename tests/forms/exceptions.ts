import type { Answers } from './filling.ts';

/** Forms that are not walked, with the reason. */
export const notWalked: Readonly<Record<string, string>> = {
  '/account/password': 'Signing in, codes, drafts and notices of one’s own: nothing of a case is typed.',
  '/account/recovery-codes':
    'Signing in, codes, drafts and notices of one’s own: nothing of a case is typed.',
  '/account/recovery-codes/file':
    'Signing in, codes, drafts and notices of one’s own: nothing of a case is typed.',
  '/account/session': 'Signing in, codes, drafts and notices of one’s own: nothing of a case is typed.',
  '/account/sessions/:id/end':
    'Signing in, codes, drafts and notices of one’s own: nothing of a case is typed.',
  '/account/sessions/end': 'Signing in, codes, drafts and notices of one’s own: nothing of a case is typed.',
  '/board/what-if': 'No page of the lived-in landlord offers it as it stands: another beginning is needed.',
  '/cases/:id/children':
    'No page of the lived-in landlord offers it as it stands: another beginning is needed.',
  '/cases/:id/closings/new': 'It needs answers of its own, which are not written down here yet.',
  '/cases/:id/contact':
    'No page of the lived-in landlord offers it as it stands: another beginning is needed.',
  '/cases/:id/contact/new': 'It needs answers of its own, which are not written down here yet.',
  '/cases/:id/diary/:planned/check-in':
    'No page of the lived-in landlord offers it as it stands: another beginning is needed.',
  '/cases/:id/diary/:planned/finding':
    'No page of the lived-in landlord offers it as it stands: another beginning is needed.',
  '/cases/:id/diary/:planned/kept':
    'No page of the lived-in landlord offers it as it stands: another beginning is needed.',
  '/cases/:id/diary/:planned/move': 'It needs answers of its own, which are not written down here yet.',
  '/cases/:id/diary/new': 'It needs answers of its own, which are not written down here yet.',
  '/cases/:id/emergency-access/:use/ending':
    'It needs somebody whom a wall shuts out; tests/policy/emergency does it.',
  '/cases/:id/equality': 'It needs answers of its own, which are not written down here yet.',
  '/cases/:id/exports':
    'No page of the lived-in landlord offers it as it stands: another beginning is needed.',
  '/cases/:id/exports/new': 'It needs answers of its own, which are not written down here yet.',
  '/cases/:id/pauses/new':
    'No page of the lived-in landlord offers it as it stands: another beginning is needed.',
  '/cases/:id/plans/new':
    'No page of the lived-in landlord offers it as it stands: another beginning is needed.',
  '/cases/:id/reopening':
    'No page of the lived-in landlord offers it as it stands: another beginning is needed.',
  '/cases/:id/risk/assessments/:assessment/answers/typed':
    'No page of the lived-in landlord offers it as it stands: another beginning is needed.',
  '/cases/:id/risk/assessments/:assessment/ending':
    'It needs answers of its own, which are not written down here yet.',
  '/cases/reassignment':
    'No page of the lived-in landlord offers it as it stands: another beginning is needed.',
  '/cases/reassignment/preview':
    'No page of the lived-in landlord offers it as it stands: another beginning is needed.',
  '/diary/link/end': 'No page of the lived-in landlord offers it as it stands: another beginning is needed.',
  '/drafts/:form': 'Signing in, codes, drafts and notices of one’s own: nothing of a case is typed.',
  '/drafts/:form/discard': 'Signing in, codes, drafts and notices of one’s own: nothing of a case is typed.',
  '/drafts/:form/keep': 'Signing in, codes, drafts and notices of one’s own: nothing of a case is typed.',
  '/emergency-access/:use/ending': 'It needs somebody whom a wall shuts out; tests/policy/emergency does it.',
  '/emergency-access/:use/review': 'It needs somebody whom a wall shuts out; tests/policy/emergency does it.',
  '/emergency-access/new': 'It needs somebody whom a wall shuts out; tests/policy/emergency does it.',
  '/emergency-access/search': 'It needs somebody whom a wall shuts out; tests/policy/emergency does it.',
  '/notifications/:id/read':
    'Signing in, codes, drafts and notices of one’s own: nothing of a case is typed.',
  '/notifications/read': 'Signing in, codes, drafts and notices of one’s own: nothing of a case is typed.',
  '/policy/changes/:change/withdrawal':
    'It needs whoever proposed the change that waits; src/modules/policy/policy.db.test.ts does it.',
  '/policy/changes/new':
    'A change waits there, and one is decided at a time; src/modules/policy/policy.db.test.ts does it.',
  '/register/import': 'It needs answers of its own, which are not written down here yet.',
  '/register/imports/:id/confirmation':
    'No page of the lived-in landlord offers it as it stands: another beginning is needed.',
  '/register/imports/:id/stopping':
    'No page of the lived-in landlord offers it as it stands: another beginning is needed.',
  '/risk/instruments/new': 'It needs answers of its own, which are not written down here yet.',
  '/risk/thresholds/new': 'It needs answers of its own, which are not written down here yet.',
  '/rota/absences/new': 'It needs answers of its own, which are not written down here yet.',
  '/second-factor': 'Signing in, codes, drafts and notices of one’s own: nothing of a case is typed.',
  '/second-factor/enrolment':
    'Signing in, codes, drafts and notices of one’s own: nothing of a case is typed.',
  '/second-factor/enrolment/kept':
    'Signing in, codes, drafts and notices of one’s own: nothing of a case is typed.',
  '/sign-in': 'Signing in, codes, drafts and notices of one’s own: nothing of a case is typed.',
  '/sign-out': 'Signing in, codes, drafts and notices of one’s own: nothing of a case is typed.',
  '/welcome/:link': 'No page of the lived-in landlord offers it as it stands: another beginning is needed.',
};

/** Answers where the first that is offered would not do; `day` for every moment of the form. */
export const answered: Readonly<Record<string, Answers>> = {};

const search = 'A search or a filter: nothing is stored.';
const otherRoute = 'Asked only where that way of telling is chosen.';
const otherAnswer = 'Asked only where another answer is chosen.';
const keptBack = 'Kept back until a reason is given (L2.1a).';
const triageBoard =
  'Whoever reports reads nothing of it afterwards; the team does, on the page of the disclosure.';
const tried = 'Tried out before it is loaded.';
const open = 'No page near it was found to show it: to be shown, or explained.';

/** What was not found again, by form and field, with the reason. */
export const unseen: Readonly<Record<string, string>> = {
  '/cases/:id/access/restriction reason: never shown': open,
  '/cases/:id/entries asAt: lost': search,
  '/cases/:id/entries from: lost': search,
  '/cases/:id/entries text: lost': search,
  '/cases/:id/entries to: lost': search,
  '/cases/:id/factors/:factor/ending reason: never shown': open,
  '/cases/:id/people/new q: lost': search,
  '/cases/:id/people/search describedAs: lost': search,
  '/cases/:id/people/search notes: lost': search,
  '/cases/:id/people/search q: lost': search,
  '/cases/:id/plan/actions/:action agency: lost': otherAnswer,
  '/cases/:id/plan/actions/new agency: lost': otherAnswer,
  '/cases/:id/plan/actions/new copyWords: never shown': open,
  '/cases/:id/plan/agreement present: never shown': open,
  '/cases/:id/tasks/new why: never shown': open,
  '/concerns/new address: never shown': triageBoard,
  '/concerns/new danger_response: never shown': triageBoard,
  '/concerns/new job_reference: never shown': triageBoard,
  '/concerns/new opinion: never shown': triageBoard,
  '/concerns/new person_name: never shown': triageBoard,
  '/concerns/new verbatim: never shown': triageBoard,
  '/disclosures/:id agency-agency_basis: lost': otherRoute,
  '/disclosures/:id agency-agency_contact: lost': otherRoute,
  '/disclosures/:id agency-agency_grading: lost': otherRoute,
  '/disclosures/:id agency-agency_reference: lost': otherRoute,
  '/disclosures/:id contact_value: never shown': keptBack,
  '/disclosures/:id email-who_reads: lost': otherRoute,
  '/disclosures/:id home_visit-seen_alone: lost': otherRoute,
  '/disclosures/:id informant_contact: never shown': keptBack,
  '/disclosures/:id letter-letter_kept: lost': otherRoute,
  '/disclosures/:id new_letting-past_or_present: lost': otherRoute,
  '/disclosures/:id new_letting-seen_alone: lost': otherRoute,
  '/disclosures/:id phone-call_back: lost': otherRoute,
  '/disclosures/:id phone-call_dropped: lost': otherRoute,
  '/disclosures/:id seen_by_colleague-job_reference: lost': otherRoute,
  '/disclosures/:id seen_by_colleague-opinion: lost': otherRoute,
  '/disclosures/:id seen_by_contractor-job_reference: lost': otherRoute,
  '/disclosures/:id seen_by_contractor-opinion: lost': otherRoute,
  '/disclosures/:id tenancy_matter-matter_reference: lost': otherRoute,
  '/disclosures/:id web_chat-device_safe: lost': otherRoute,
  '/disclosures/:id web_form-device_safe: lost': otherRoute,
  '/disclosures/:id/triage described_as: lost': otherAnswer,
  '/disclosures/:id/triage handover_contact: lost': otherAnswer,
  '/disclosures/:id/triage handover_said: lost': otherAnswer,
  '/disclosures/:id/triage safety_step: lost': otherAnswer,
  '/disclosures/:id/triage search: lost': search,
  '/disclosures/:id/triage/search described_as: lost': search,
  '/disclosures/:id/triage/search family_name: lost': search,
  '/disclosures/:id/triage/search given_name: lost': search,
  '/disclosures/:id/triage/search handover_contact: lost': search,
  '/disclosures/:id/triage/search handover_said: lost': search,
  '/disclosures/:id/triage/search safeguarding_why: lost': search,
  '/disclosures/:id/triage/search safety_step: lost': search,
  '/disclosures/:id/triage/search search: lost': search,
  '/disclosures/:id/triage/search why: lost': search,
  '/disclosures/new agency-agency_basis: lost': otherRoute,
  '/disclosures/new agency-agency_contact: lost': otherRoute,
  '/disclosures/new agency-agency_grading: lost': otherRoute,
  '/disclosures/new agency-agency_reference: lost': otherRoute,
  '/disclosures/new contact_value: never shown': keptBack,
  '/disclosures/new email-who_reads: lost': otherRoute,
  '/disclosures/new home_visit-seen_alone: lost': otherRoute,
  '/disclosures/new informant_contact: never shown': keptBack,
  '/disclosures/new letter-letter_kept: lost': otherRoute,
  '/disclosures/new new_letting-past_or_present: lost': otherRoute,
  '/disclosures/new new_letting-seen_alone: lost': otherRoute,
  '/disclosures/new phone-call_back: lost': otherRoute,
  '/disclosures/new phone-call_dropped: lost': otherRoute,
  '/disclosures/new seen_by_colleague-job_reference: lost': otherRoute,
  '/disclosures/new seen_by_colleague-opinion: lost': otherRoute,
  '/disclosures/new seen_by_contractor-job_reference: lost': otherRoute,
  '/disclosures/new seen_by_contractor-opinion: lost': otherRoute,
  '/disclosures/new tenancy_matter-matter_reference: lost': otherRoute,
  '/disclosures/new web_chat-device_safe: lost': otherRoute,
  '/disclosures/new web_form-device_safe: lost': otherRoute,
  '/homes/:id/markers/new why: never shown': open,
  '/markers q: lost': search,
  '/people q: lost': search,
  '/register/matches/:id/undoing why: never shown': open,
  '/risk/instruments/check file: lost': tried,
  '/staff text: lost': search,
  '/staff/confirmations/:id reason: lost': otherAnswer,
};

const ownRecord = 'It stands on its own page with its own history, and not in the chronology.';

/** Forms about a case of which some answers stand elsewhere than in its chronology. */
export const besideTheChronology: Readonly<Record<string, string>> = {
  '/cases/:id/access/:grant/ending': ownRecord,
  '/cases/:id/access/new': ownRecord,
  '/cases/:id/advice/new': ownRecord,
  '/cases/:id/allocation': ownRecord,
  '/cases/:id/conflicts/:conflict/ending': ownRecord,
  '/cases/:id/conflicts/new': ownRecord,
  '/cases/:id/entries/:entry/audience': ownRecord,
  '/cases/:id/equality/restricted': ownRecord,
  '/cases/:id/factors/new': ownRecord,
  '/cases/:id/markers/:marker/review': ownRecord,
  '/cases/:id/markers/new': ownRecord,
  '/cases/:id/outcomes/new': ownRecord,
  '/cases/:id/people/:person/ending': ownRecord,
  '/cases/:id/people/:person/needs': ownRecord,
  '/cases/:id/people/new': ownRecord,
  '/cases/:id/plan/actions/:action': ownRecord,
  '/cases/:id/plan/actions/new': ownRecord,
  '/cases/:id/plan/draft': ownRecord,
  '/cases/:id/risk/area': ownRecord,
  '/cases/:id/risk/assessments/:assessment/answers': ownRecord,
  '/cases/:id/risk/assessments/:assessment/correction': ownRecord,
  '/cases/:id/risk/assessments/new': ownRecord,
  '/cases/:id/risk/dates/:date/ending': ownRecord,
  '/cases/:id/risk/dates/new': ownRecord,
  '/cases/:id/risk/level': ownRecord,
  '/cases/:id/risk/proposals/:proposal': ownRecord,
  '/cases/:id/risk/received/:received/correction': ownRecord,
  '/cases/:id/risk/received/new': ownRecord,
  '/cases/:id/risk/views/new': ownRecord,
  '/cases/:id/supervision/new': ownRecord,
  '/cases/:id/tasks/new': ownRecord,
  '/cases/reassignments/:reassignment/undoing': ownRecord,
  '/disclosures/:id/triage': ownRecord,
  '/plans/:plan': ownRecord,
  '/tasks/:task/completion': ownRecord,
  '/tasks/:task/dropping': ownRecord,
  '/tasks/:task/move': ownRecord,
  '/tasks/:task/owner': ownRecord,
};
