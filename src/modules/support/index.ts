/** What is offered to somebody, what they say to it, and what is done about it (V4.2–V4.4, L2.6, L2.7b). */
export { routes } from './routes/index.ts';
export { recordDetails } from './store/details.ts';
export { answerOffer, type NewAnswer, type NewOffer, offerSupport } from './store/offer.ts';
export { type Offer, offersOf } from './store/rows.ts';
export { recordStep } from './store/steps.ts';
export { strikeLast } from './store/strike.ts';
