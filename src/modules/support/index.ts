/** What is offered to somebody, what they say to it, and what is done about it (V4.2–V4.4, L2.6, L2.7b). */
export { routes } from './routes/index.ts';
export { approveCost, costsOf, decideCost } from './store/costs.ts';
export { type Dates, datesOf } from './store/dates.ts';
export { recordDetails } from './store/details.ts';
export { issueItem, loansOf, recordLoss } from './store/loans.ts';
export { looksOpen } from './store/looks.ts';
export { answerOffer, type NewAnswer, type NewOffer, offerSupport } from './store/offer.ts';
export { recordLook } from './store/record-look.ts';
export { type Offer, offersOf } from './store/rows.ts';
export { recordStep } from './store/steps.ts';
export { addItem, moveItem, stockItem } from './store/stock.ts';
export { freeItems, stockList } from './store/stock-list.ts';
export { strikeLast } from './store/strike.ts';
export { costTotals, type FinancialYear, type YearTotals, yearsUntil } from './store/totals.ts';
