/** Money that is set aside for help: funds, their books, and what is taken of them (V4.4c, V4.4d, L2.7b). */
export { routes } from './routes/index.ts';
export { endFund, endYear, openFund, openFunds, topUp } from './store/funds.ts';
export { takeMoney, useOf } from './store/take.ts';
