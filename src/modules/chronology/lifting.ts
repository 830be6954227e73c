import { type LiftedAs, liftings } from '#rules/conditions-at-leaving.ts';

export { liftings };
export type Lifting = (typeof liftings)[number]['value'];

/** As it is counted. @param own whoever lifts it is the one who wrote it down */
export function liftedAs(because: Lifting, own: boolean): LiftedAs {
  return `${because === 'allowed' ? 'allowed' : 'error'}-${own ? 'by-setter' : 'by-another'}`;
}
