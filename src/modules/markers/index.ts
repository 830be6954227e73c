/** Neutral markers on homes, for those who visit or write there (domain §10). */
export { jobs } from './jobs.ts';
export { type Audience, approvedTexts } from './markers.ts';
export { routes } from './routes/index.ts';
export { type KeptMarker, type MarkerToReview, markersOfCase, markersToReview } from './store/kept.ts';
export { type NewMarker, placeMarker } from './store/place.ts';
export { type Decision, reviewMarker } from './store/reviews.ts';
