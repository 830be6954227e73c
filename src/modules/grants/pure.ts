export { financialYear, type SpendingStep, wantedBy, yearInWords } from './ledger.ts';
export { paths as fundPaths } from './paths.ts';
