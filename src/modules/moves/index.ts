/** Moves: what they wish, what is offered and answered, where they must not be housed, and the home that they keep. */
export { moveIsOver } from './course.ts';
export { routes } from './routes/index.ts';
export { awayOf, endAway, goAway, keepsTenancyWhileAway } from './store/away.ts';
export { movedInByLetting } from './store/by-letting.ts';
export { decideLesser, putLesser } from './store/lesser.ts';
export { recordFelt, recordStep, wishToMove } from './store/moves.ts';
export { answerOffer, recordOffer } from './store/offers.ts';
export { movesOpen } from './store/open.ts';
export { endPlace, placesOf, recordPlace } from './store/places.ts';
export { movesOf } from './store/rows.ts';
