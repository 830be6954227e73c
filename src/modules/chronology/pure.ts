export { entrySources } from './entry.ts';
export { mayLeave, purposes } from './export.ts';
export { entryList } from './views/entry-list.ts';
export { leavingFields } from './views/leaving-fields.ts';
