export { normalisePhone } from './phone.ts';
export { type FindHome, type Found, findHomeFields, pickFound } from './views/find-home.ts';
