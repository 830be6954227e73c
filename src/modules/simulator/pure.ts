export { type Chance, chance, type Deal, dealer } from './chance.ts';
export { dueInWords } from './change.ts';
