/** The chronology: what is written down of a case, for whom, and what is taken out of Lintel. */
export { forAgency } from './routes/for-agency.ts';
export { routes } from './routes/index.ts';
export { liftConditions, saidInConfidence, setCondition } from './store/conditions.ts';
export { addEntry, type Entry, entriesOf, type NewEntry } from './store/entries.ts';
export { leavingBy, leftByDecision } from './store/left-by-decision.ts';
export { weighConditions } from './store/weigh-conditions.ts';
