import type { Route } from '#kit/http/route.ts';
import type { Job } from '#kit/jobs.ts';
import { compareImported } from './jobs/compare.ts';
import { findableAnew } from './jobs/findable-anew.ts';
import { readSent } from './jobs/read-sent.ts';
import { importUploads } from './jobs/uploads.ts';
import { columnsRoutes } from './routes/columns.ts';
import { correctionRoutes } from './routes/correction.ts';
import { importHelpRoutes } from './routes/import-help.ts';
import { importRoutes } from './routes/imports.ts';
import { mappingRoutes } from './routes/mappings.ts';
import { matchRoutes } from './routes/matches.ts';
import { peopleRoutes } from './routes/people.ts';

export type { ImportRun } from './import-run.ts';
export { comparePeople } from './jobs/compare.ts';
export { importRegister, problemsOf } from './jobs/import.ts';
export { tablesOf } from './jobs/sheets.ts';
export { fileSource, type Source, textSource } from './jobs/source.ts';
export { readSearch, type SearchWord } from './query.ts';
export { atHomeOf } from './store/at-home.ts';
export { type RegisterSearch, searchHomes, searchRegister } from './store/find.ts';
export { type HomeOf, homeOf } from './store/home-of.ts';
export { homesBeside } from './store/homes-beside.ts';
export { knownWays } from './store/known-ways.ts';
export { isMetBy, meetsWord, metBy } from './store/met.ts';
export { type KnownNumber, numbersInWords } from './store/numbers-in-words.ts';
export { personSummaries, personSummary } from './store/people.ts';
export {
  everyNameOf,
  nameColumn,
  nameFrom,
  nameInRow,
  type PersonName,
  personNames,
  personNamesIn,
} from './store/person-names.ts';
export { propertySummary } from './store/properties.ts';
export { type NewPerson, recordPerson } from './store/record-person.ts';
export { occupantsOf } from './store/records.ts';
export { tenancyFor } from './store/running-tenancy.ts';
export { tenanciesOf } from './store/tenancies.ts';
export { keepingTenancyEvent, keepTenancyEvent, toldOfTenancyEvent } from './store/tenancy-events.ts';
export { whoElseHas } from './store/who-else-has.ts';
export type { PersonSummary, PropertySummary, TenancySummary, TenancyTerms } from './summary.ts';

export const routes: readonly Route[] = [
  ...peopleRoutes,
  ...correctionRoutes,
  ...importRoutes,
  ...importHelpRoutes,
  ...columnsRoutes,
  ...mappingRoutes,
  ...matchRoutes,
];

export const jobs: readonly Job[] = [importUploads, readSent, findableAnew, compareImported];
