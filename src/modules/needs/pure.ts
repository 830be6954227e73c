export { honourField, honourTick } from './honour-tick.ts';
