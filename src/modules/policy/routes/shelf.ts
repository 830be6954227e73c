import type { StaffContext } from '#kit/http/route.ts';
import type { Pack } from '#rules/pack.ts';

/** Packs by id; undefined for what is not on the shelf any more. */
export function shelfOf({ services }: Pick<StaffContext, 'services'>): (packId: string) => Pack | undefined {
  return (packId) => services.packs.all.find(({ id }) => id === packId);
}
