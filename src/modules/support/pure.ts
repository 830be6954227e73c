export { isWorks, type KindOfOffer, kindOf, offeredToday, offerKinds } from './kinds.ts';
export { lookOwed } from './looks.ts';
export { type Answer, answers, isTheirs, mayFollow, type OfferState } from './offer.ts';
export { paths as supportPaths } from './paths.ts';
export { isLent } from './stock.ts';
export { dueInWords, stateTag } from './views/of-case.ts';
export { offerInWords } from './words.ts';
