import type { Beside } from './beside.ts';

const sheet =
  'The answers and who gave them stand on the sheet, question by question; what it came to ' +
  'enters the chronology.';
/** The note and the source of each question of the assessment that is open. */
const sheetFields = Array.from({ length: 11 }, (_, index) => [
  `note-${index + 1}`,
  `source-${index + 1}`,
]).flat();

/** How the risk was assessed and seen: it stands on the pages of the risk. */
export const besideRisk: Readonly<Record<string, Beside>> = {
  '/cases/:id/risk/area': {
    fields: ['reason'],
    because:
      'Which Marac hears a case is about authorities and not about what happened; it stands on ' +
      'the page of the risk.',
  },
  '/cases/:id/risk/assessments/:assessment/answers': { fields: sheetFields, because: sheet },
  '/cases/:id/risk/assessments/:assessment/answers/typed': { fields: sheetFields, because: sheet },
  '/cases/:id/risk/assessments/:assessment/correction': { fields: ['reason'], because: sheet },
  '/cases/:id/risk/assessments/new': { fields: ['withWhom', 'askedBy'], because: sheet },
  '/cases/:id/risk/dates/:date/ending': {
    fields: ['reason'],
    because: 'A day to come stands among the days to mind until it ends; what happened on it is an entry.',
  },
  '/cases/:id/risk/dates/new': {
    fields: ['words'],
    because: 'A day to come stands among the days to mind; what happened on it is an entry.',
  },
  '/cases/:id/risk/proposals/:proposal': {
    fields: ['why'],
    because:
      'The level that was decided enters the chronology; whether two colleagues differed, and ' +
      'why, stands with the proposal.',
  },
  '/cases/:id/risk/received/:received/correction': {
    fields: ['toolName', 'words'],
    because:
      'Another agency’s words stand on their own page, with how they may be used; that they ' +
      'came enters the chronology.',
  },
  '/cases/:id/risk/received/new': {
    fields: ['toolName', 'words'],
    because:
      'Another agency’s words stand on their own page, with how they may be used; that they ' +
      'came enters the chronology.',
  },
  '/cases/:id/risk/views/new': {
    fields: ['words'],
    because:
      'How they see the risk themselves stands beside our level, with every time that they were ' +
      'asked, where both are weighed.',
  },
};
