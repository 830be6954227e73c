/**
 * A page with errors, its notices in the order of its fields: whoever reads or hears them goes down the page once. Two
 * that say the same are told apart by what their fields ask. Done on the page as it is sent, so that it holds for every
 * form, whatever order its rules are checked in.
 */
export function inOrderOfFields(page: string): string {
  return page.replace(summary, (whole, before: string, items: string, after: string) => {
    const notices = [...items.matchAll(item)].map(([markup, field = '', text = '']) => ({
      markup,
      field,
      text,
    }));
    if (notices.length < 2) return whole;
    const places = new Map(notices.map(({ field }) => [field, placeOf(page, field)]));
    const ordered = notices.toSorted(
      (one, other) => (places.get(one.field) ?? 0) - (places.get(other.field) ?? 0),
    );
    const told = ordered.map(({ markup, field, text }) => {
      const twice = ordered.filter((each) => each.text === text).length > 1;
      const asks = twice ? askedBy(page, field) : '';
      return asks === '' ? markup : markup.replace(`>${text}<`, `>${asks}: ${text}<`);
    });
    return `${before}${told.join('')}${after}`;
  });
}

const summary = /(<ul\s+class="govuk-list govuk-error-summary__list">)([\s\S]*?)(<\/ul>)/;
const item = /<li><a href="#([^"]+)"[^>]*>([\s\S]*?)<\/a><\/li>/g;

/** Where the field stands; what is on the page nowhere comes last. */
function placeOf(page: string, field: string): number {
  const place = page.indexOf(` id="${field}"`);
  return place < 0 ? page.length : place;
}

/** Its label, or the question of the group that it is the first answer of. */
function askedBy(page: string, field: string): string {
  const label = new RegExp(`<label[^>]*\\sfor="${escaped(field)}"[^>]*>([\\s\\S]*?)</label>`).exec(page);
  const place = page.indexOf(` id="${field}"`);
  const group = place < 0 ? '' : page.slice(0, place).split('<fieldset').at(-1);
  const legend = group?.includes('</fieldset') ? null : /<legend[^>]*>([\s\S]*?)<\/legend>/.exec(group ?? '');
  const inGroup = /type="(?:radio|checkbox)"/.test(page.slice(place - 200, place + 200));
  const asks = inGroup ? (legend ?? label) : (label ?? legend);
  return (asks?.[1] ?? '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
