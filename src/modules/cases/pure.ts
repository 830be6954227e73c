export { reopeningReasons } from './reopening.ts';
