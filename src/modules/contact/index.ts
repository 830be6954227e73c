/** Contact: taking the agreement, what was tried and reached, and plans where no way is safe. */
export { routes } from './routes/index.ts';
export { decideContactPlan, proposeContactPlan } from './store/contact-plans.ts';
export {
  contactsOf,
  type NewContact,
  type Recorded,
  recordContact,
  type ToldContact,
} from './store/contacts.ts';
export { dealWith } from './store/dealing.ts';
export { type TeamDuty, teamDuty } from './store/duty.ts';
export { recordShown } from './store/showings.ts';
export { type ToArrange, toArrange } from './store/to-arrange.ts';
