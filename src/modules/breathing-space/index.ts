/** Breathing space from court action over income (V4.4a), and the Debt Respite Scheme beside it. */
export { jobs } from './jobs.ts';
export { routes } from './routes/index.ts';
export { goesOnAfterClosing } from './store/after-closing.ts';
export { courtAnswerAt } from './store/court.ts';
export { endAlone, recordTelling, untold } from './store/ending.ts';
export { giveFromDisclosure } from './store/give.ts';
export { giveInCase } from './store/give-in-case.ts';
export { endAtHandover, spaceIntoCase } from './store/into-case.ts';
export { lookAt } from './store/look.ts';
export { decideAboutSpace, proposeAboutSpace } from './store/proposals.ts';
export { recordRespite } from './store/respites.ts';
export { type Space, spacesOf, standing } from './store/rows.ts';
