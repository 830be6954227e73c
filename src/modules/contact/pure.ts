export { contactDue } from './safe-moment.ts';
export { safeMoment } from './views/safe-moment.ts';
