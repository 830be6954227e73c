export { entrySources } from './entry.ts';
export { entryList } from './views/entry-list.ts';
