import type { Given } from './rows.ts';

type Into = (table: string, given: Given) => Promise<string>;

/**
 * A marker on the home of a case: whoever visits reads what it says; why it is there is the case's. And where they went
 * since, which no page but one tells.
 */
export async function plantMarker(
  into: Into,
  inCase: { readonly case_id: string },
  { home, colleague }: { readonly home?: string | undefined; readonly colleague?: string | undefined },
): Promise<string> {
  const marker = await into('marker', { property_id: home });
  await into('marker_keeping', { ...inCase, id: undefined, marker_id: marker, placed_by: colleague });
  await into('marker_review', { marker_id: marker });
  await into('case_home', {
    ...{
      ...inCase,
      kind: 'elsewhere',
      property_id: null,
      tenancy_id: null,
      corrects_id: null,
      change: 'moved',
    },
    ...{ source: 'person', moves: true },
  });
  return marker;
}
