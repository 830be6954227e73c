export { reopeningReasons } from './reopening.ts';
export { caseCells } from './views/case-cells.ts';
