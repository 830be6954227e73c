export { type GainKind, gainKinds, type MatterKind } from './matters.ts';
