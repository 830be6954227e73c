/** How a home is reached: by a hall or a letter box that others use, or nobody knows: no record says *its own*. */
export type Entrance = 'shared' | 'not_known';

/**
 * Whether others come by the same hall or letter box: a flat does not stand alone, and where the register has several
 * homes at one address, it says so.
 * @param lines the home’s own
 * @param others those of every other home of the same postcode
 */
export function entranceOf(lines: readonly string[], others: readonly (readonly string[])[]): Entrance {
  const own = doorOf(lines);
  if (own.flat) return 'shared';
  return own.door !== '' && others.some((each) => doorOf(each).door === own.door) ? 'shared' : 'not_known';
}

interface Door {
  /** The address without what tells one home from another behind the same door. */
  readonly door: string;
  readonly flat: boolean;
}

function doorOf(lines: readonly string[]): Door {
  const whole = lines.join(', ').toLowerCase().replaceAll(/[’']/g, '');
  const behind = whole.replaceAll(whichFlat, ' ').replaceAll(ofABlock, ' $1').replaceAll(letterOf, '$1');
  return {
    door: behind.replaceAll(/[^a-z0-9]+/g, ' ').trim(),
    flat: whole.search(whichFlat) >= 0 || whole.search(ofABlock) >= 0,
  };
}

/** `Flat 2`, `Apt B`, `Ground floor flat`, `Room 4a`. */
const whichFlat =
  /\b(?:(?:basement|ground|first|second|third|fourth|fifth|top|upper|lower)(?: floor)? (?:flat|maisonette|apartment)|(?:flat|apartment|apt|unit|room|studio|maisonette|bedsit)[ .]*(?:no[ .]*)?[0-9a-z]{1,4}\b)/g;
/** `3 Mill House`: the number of a home in a building. */
const ofABlock =
  /(?:^|,)\s*\d{1,4}[a-z]?\s+((?:[a-z.-]+ ){1,3}(?:house|court|tower|towers|heights|mansions|buildings?|block|lodge|point))(?=\s*(?:,|$))/g;
/** `12a` and `12b` were one house. */
const letterOf = /\b(\d{1,4})[a-z]\b/g;
