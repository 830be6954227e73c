import type { Beside } from './beside.ts';
import { besideHelp } from './beside-help.ts';
import { besideRisk } from './beside-risk.ts';

const wall =
  'Who may see a case is not what happened in it; a copy of the chronology would tell who ' +
  'was kept out. It stands, with its history, on the page of who can see it.';
const checked =
  'What a second person looked at is about how the team works; it stands on its own page, for those who may see ' +
  'the case, and on the board as a figure.';
const task =
  'A task is the work of the team; it stands on its own page with its history. What was ' +
  'done with or for the person is written as a contact or an entry.';
const needs =
  'What each person needs is asked of them alone and changes (V3.6). All its versions stand ' +
  'on their page; in the chronology one person’s health or faith would go with a copy for ' +
  'another.';
const draft =
  'It is theirs to change until it is agreed; that it was agreed, and what becomes of each ' +
  'action, enters the chronology. Its versions stand on the page of the plan.';
const confidence = 'It is about that entry, and would tell who told us: it stands beside it.';
const agreement =
  'How to reach somebody is kept back outside of what is agreed (L2.1a), and others may be ' +
  'given a chronology: every version stands on the page of contact.';
const wayFields = ['purpose', 'whoMightAnswer', 'coverReason', 'doNot', 'times'];
const marker =
  'What the marker says is for whoever visits; why it stands is for those who keep it, on ' +
  'their page. It would tell every reader of a copy what the landlord knows of the home.';
const emergency =
  'Why somebody looked without being let in is judged on its own page by those who review ' +
  'it; whoever looks is in the record of the case.';
/** Answers about a case that stand elsewhere than in its chronology. */
export const besideTheChronology: Readonly<Record<string, Beside>> = {
  ...besideRisk,
  ...besideHelp,
  '/cases/:id/access/:grant/ending': { fields: ['reason'], because: wall },
  '/cases/:id/access/new': { fields: ['reason'], because: wall },
  '/cases/:id/access/restriction': { fields: ['reason'], because: wall },
  '/cases/:id/advice/new': {
    fields: ['fromWhom', 'advised', 'done'],
    because:
      'Advice is about a characteristic of somebody, and was given in confidence by those who ' +
      'know more; it stands beside that, under Needs.',
  },
  '/cases/:id/allocation': {
    fields: ['reason'],
    because:
      'Why somebody leads is about colleagues and their load; it stands, with all who led ' +
      'before, on the page of the allocation.',
  },
  '/cases/:id/closings/new': {
    fields: ['toldHow', 'wayBack'],
    because:
      'That it was closed, and why, enters the chronology. How the person was told and comes ' +
      'back is a way to reach them (L2.1a), and stands with the closing.',
  },
  '/cases/:id/conflicts/:conflict/ending': { fields: ['reason'], because: wall },
  '/cases/:id/conflicts/new': { fields: ['reason'], because: wall },
  '/cases/:id/contact': {
    fields: ['words'],
    because:
      'Why somebody looked at a number that was kept back is about the colleague; it stands ' +
      'below what was agreed, among who looked.',
  },
  '/cases/:id/contact/new': {
    fields: [
      'whoMightAnswer',
      'times',
      'coverReason',
      'codeWord',
      'senderAlias',
      'doNot',
      'contactPerson',
      'contactPersonValue',
      'language',
      'meetingPlace',
      'adjustments',
    ],
    because: agreement,
  },
  '/cases/:id/contact/ways/:way': { fields: wayFields, because: agreement },
  '/cases/:id/contact/ways/new': { fields: wayFields, because: agreement },
  '/cases/:id/diary/:planned/finding': {
    fields: ['words'],
    because:
      'How a colleague is who was not heard of belongs to no case: it stands with the visit. ' +
      'That somebody was looked for, and found, enters the chronology.',
  },
  '/cases/:id/diary/:planned/move': {
    fields: ['alsoThere', 'place', 'twoPeopleWhy'],
    because:
      'What is planned has not happened: it stands in the diary. What came of it is written as a contact.',
  },
  '/cases/:id/diary/new': {
    fields: ['alsoThere', 'place', 'twoPeopleWhy'],
    because:
      'What is planned has not happened: it stands in the diary. What came of it is written as a contact.',
  },
  '/cases/:id/entries/:entry/audience': {
    fields: ['reason'],
    because:
      'Why an entry may be shown is about the entry, and stands beside it; in the chronology it ' +
      'would go to those from whom it is kept.',
  },
  '/cases/:id/entries/:entry/condition/lifting': { fields: ['why'], because: confidence },
  '/cases/:id/entries/:entry/condition/new': { fields: ['saidBy', 'words'], because: confidence },
  '/cases/:id/equality': {
    fields: ['ethnicityWords', 'disabilityWords', 'orientationWords', 'religionWords', 'genderWords'],
    because:
      'Kept apart from the chronology on purpose: it is theirs to say, nothing depends on it, ' +
      'and fewer people see it (V3.3).',
  },
  '/cases/:id/equality/restricted': {
    fields: ['nationality', 'immigration'],
    because:
      'Seen by whoever leads the case and its managers alone, and so never in a file that ' +
      'others are given.',
  },
  '/cases/:id/factors/:factor/ending': { fields: ['reason'], because: needs },
  '/cases/:id/factors/new': { fields: ['why'], because: needs },
  '/cases/:id/home/new': {
    fields: ['address'],
    because:
      'Where somebody went who fled is the most dangerous thing that is known of them: it stands on the page of the ' +
      'home alone. That it changed, since when and from whom, enters the chronology.',
  },
  '/cases/:id/markers/:marker/review': { fields: ['reason'], because: marker },
  '/cases/:id/markers/new': { fields: ['why'], because: marker },
  '/cases/:id/outcomes/new': {
    fields: ['words'],
    because:
      'What became of it is asked for the figures and for us to learn from; it stands with the ' +
      'closing, in their words, and is no event of the case.',
  },
  '/cases/:id/messages/new': {
    fields: ['words'],
    because:
      'A message enters the chronology as it is sent, held, withdrawn or does not arrive, with its words. Until then ' +
      'it stands on its own page: nobody has been told anything.',
  },
  '/cases/:id/pauses/new': {
    fields: ['how'],
    because:
      'Their wish and the day enter the chronology; how they are reached is a way to reach them ' +
      '(L2.1a), and stands with the pause.',
  },
  '/cases/:id/pauses/proposed/:proposal': {
    fields: ['why'],
    because:
      'That the case rests, or that a pause was declined and why, enters the chronology; why a second person agreed ' +
      'stands with what was proposed.',
  },
  '/cases/:id/people/:person/ending': {
    fields: ['reason'],
    because:
      'Who belongs to a case stands on the page of people with its history; what they did or ' +
      'suffered is an entry.',
  },
  '/cases/:id/people/:person/needs': {
    fields: [
      'ownWords',
      'support',
      'supportDone',
      'safety',
      'safetyDone',
      'health',
      'healthDone',
      'school',
      'schoolDone',
      'language',
      'languageDone',
      'adjustments',
      'adjustmentsDone',
    ],
    because: needs,
  },
  '/cases/:id/people/new': {
    fields: ['age', 'describedAs', 'notes', 'school'],
    because: 'Who belongs to a case stands on the page of people; an entry names those whom it is about.',
  },
  '/cases/:id/plan/actions/:action': { fields: ['what', 'why', 'agency', 'copyWords'], because: draft },
  '/cases/:id/plan/actions/:action/outcome': {
    fields: ['note'],
    because:
      'What was done or is not needed enters the chronology. That a day was moved does not: it ' +
      'stands in the history of the action.',
  },
  '/cases/:id/plan/actions/new': { fields: ['what', 'why', 'agency', 'copyWords'], because: draft },
  '/cases/:id/plan/agreement': {
    fields: ['present'],
    because:
      'How the plan stands, and what they said of it, enters the chronology; who else was there ' +
      'stands on the page of that version.',
  },
  '/cases/:id/plan/draft': { fields: ['ownWords', 'wishes', 'emergency'], because: draft },
  '/cases/:id/plans/new': {
    fields: ['why', 'plan'],
    because:
      'It tells on which days nobody can reach them safely: it stands on its own page, with the ' +
      'decision, for those who see the case.',
  },
  '/cases/:id/late/:late': { fields: ['why'], because: checked },
  '/cases/:id/samples/:sample': { fields: ['why'], because: checked },
  '/cases/:id/shares/new': {
    fields: ['proportionality', 'toldWhy', 'viewWords', 'words'],
    because:
      'That something is shared, with whom, for what and why enters the chronology, which may itself be shared with ' +
      'somebody else; what was weighed, and the very words, stand on the page of the decision.',
  },
  '/cases/:id/supervision/new': {
    fields: ['discussed', 'action1', 'action2', 'action3', 'wellbeing'],
    because:
      'Supervision is about the colleague and the work, and not for anybody who is given a ' +
      'copy; its actions are tasks.',
  },
  '/cases/:id/tasks/new': { fields: ['what', 'why'], because: task },
  '/cases/reassignments/:reassignment/undoing': {
    fields: ['reason'],
    because:
      'Why cases moved together is about colleagues; it stands with the reassignment, which ' +
      'names all of them.',
  },
  '/disclosures/:id/joining': {
    fields: ['why'],
    because: 'What was decided about a disclosure stands on its page; what was told enters the chronology.',
  },
  '/disclosures/:id/triage': {
    fields: ['why', 'given_name', 'family_name', 'described_as'],
    because:
      'What was told enters the chronology. What was decided about it stands on the page of the ' +
      'disclosure; who people are, on the page of people.',
  },
  '/emergency-access/:use/review': { fields: ['done'], because: emergency },
  '/emergency-access/new': { fields: ['words'], because: emergency },
  '/plans/:plan': {
    fields: ['why'],
    because: 'Why it was decided so stands with that plan, for those who made it.',
  },
  '/tasks/:task/completion': { fields: ['outcome'], because: task },
  '/tasks/:task/dropping': { fields: ['droppedWhy'], because: task },
  '/tasks/:task/move': { fields: ['movedWhy'], because: task },
  '/tasks/:task/owner': { fields: ['givenWhy'], because: task },
};
