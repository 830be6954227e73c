export { type KindOfOffer, offeredToday, offerKinds } from './kinds.ts';
export { type Answer, answers, type OfferState } from './offer.ts';
export { paths as supportPaths } from './paths.ts';
export { isLent } from './stock.ts';
export { stateTag } from './views/of-case.ts';
export { offerInWords } from './words.ts';
