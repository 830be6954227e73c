export { entrySources } from './entry.ts';
export { purposes } from './export.ts';
export {
  type Deciding,
  decisionFor,
  type KeepTaken,
  notDecided,
  type OpenDecision,
  type OpenDecisions,
} from './for-others.ts';
export { sentAs } from './sent-as.ts';
export { entryList } from './views/entry-list.ts';
export { leavingFields } from './views/leaving-fields.ts';
