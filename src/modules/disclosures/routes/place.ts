import { z } from 'zod';
import { kept, type Typed } from '#kit/forms.ts';
import type { StaffContext } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { occupantsOf, propertySummary, searchHomes } from '#modules/register/index.ts';
import type { PropertyId } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import type { ChosenHome } from '../concern-form.ts';
import type { PlacePart as Shown } from '../views/place.ts';

const uuid = z.uuid();

export interface PlacePart extends Shown {
  readonly home: (ChosenHome & { readonly text: string }) | null;
  /** What choosing filled in. */
  readonly typed: Typed;
}

/** A home that was just chosen, or let go, comes before the one that was chosen until now. */
export function chosenIn(typed: Typed): Typed {
  const { property } = typed;
  return {
    ...typed,
    ...(property !== undefined && { property_id: property, search: '' }),
    where_known: 'known',
  };
}

/**
 * Where it was, as far as whoever reports may know of it: homes by their address for everybody; who lives there for
 * those alone who may search the register. Whoever has a conflict finds neither.
 */
export async function placePart(ctx: StaffContext, typed: Typed, searched = false): Promise<PlacePart> {
  const { tx, organisation } = ctx;
  const propertyId = uuid.safeParse(kept(typed, 'property_id')).data as PropertyId | undefined;
  const found = propertyId && (await propertySummary(tx, organisation, propertyId));
  const home = found
    ? {
        id: found.id,
        address: [...found.addressLines, found.postcode].filter(Boolean).join(', '),
        text: [...found.addressLines, found.postcode].filter(Boolean).join(', '),
      }
    : null;
  const search = searched && !home ? kept(typed, 'search').trim().slice(0, 200) : '';
  const { homes, how } = search === '' ? none : await searchHomes(tx, organisation, search);
  if (searched) await record(tx, ctx, { name: 'register.searched', data: { results: homes.found.length } });
  const mayKnow = home !== null && may(ctx.who.roles, 'register.search').allowed;
  const living = mayKnow
    ? (await occupantsOf(tx, organisation, home.id)).filter(({ to }) => to === null)
    : [];
  const chosen = living.find(({ id }) => id === kept(typed, 'resident'));
  return {
    search,
    homes: homes.found.map((each) => ({
      id: each.id,
      text: [...each.addressLines, each.postcode].filter(Boolean).join(', '),
    })),
    more: homes.more,
    similar: how === 'similar',
    home,
    residents: living.map(({ id, name }) => ({ id, text: name })),
    typed: chosen ? { person_name: chosen.name } : {},
  };
}

const none = { homes: { found: [], more: false }, how: 'as-typed' } as const;
