export { type Chance, chance, type Deal, dealer } from './chance.ts';
