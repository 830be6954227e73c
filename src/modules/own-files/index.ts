/** Files of those who are alleged to have caused harm: apart from every case (V1b, V4.5b, L2.12b). */
import type { Route } from '#kit/http/route.ts';
import { fileRoutes } from './routes/files.ts';
import { programmeRoutes } from './routes/programmes.ts';

export { jobs } from './jobs.ts';
export { writeEntry } from './store/entries.ts';
export { openOwnFile } from './store/files.ts';
export { askWhetherItMayGo, beginProgramme, recordOutcome, referToProgramme } from './store/programmes.ts';
export { answerQuestion, questionsFor } from './store/questions.ts';

export const routes: readonly Route[] = [...fileRoutes, ...programmeRoutes];
