export type { ImportRun } from './import-run.ts';
export { importRegister } from './jobs/import.ts';
export { fileSource, type Source, textSource } from './jobs/source.ts';
export { type RegisterSearch, searchRegister } from './store/find.ts';
export { personSummaries, personSummary } from './store/people.ts';
export { propertySummary } from './store/properties.ts';
export { type NewPerson, recordPerson } from './store/record-person.ts';
export { tenanciesOf } from './store/tenancies.ts';
export type { PersonSummary, PropertySummary, TenancySummary } from './summary.ts';
