import { parseHTML } from 'linkedom';

/** As much of an element as is read here. */
interface Tag {
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<Tag>;
}

/** Takes one of a few answers, or digits: nobody types a name there. */
const harmless = 'hidden checkbox radio submit button reset image date month number range'.split(' ');

/** A page without such a form, as most are, need not be read element by element. */
const byAddress = /<form\b(?![^>]*\smethod="post")/i;

/**
 * Fields of free text in forms that are sent by GET: what is typed there, often a name, would stand in the address,
 * and stay in the history of the browser. Lists, boxes and dates may.
 * @returns the names of the fields
 */
export function typedIntoAddresses(body: string): readonly string[] {
  if (!byAddress.test(body)) return [];
  const { document } = parseHTML(body) as unknown as { document: Tag };
  return [...document.querySelectorAll('form')]
    .filter((form) => form.getAttribute('method')?.toLowerCase() !== 'post')
    .flatMap((form) => [...form.querySelectorAll('input, textarea')])
    .filter((field) => !harmless.includes(field.getAttribute('type') ?? 'text'))
    .filter((field) => field.getAttribute('inputmode') !== 'numeric')
    .map((field) => field.getAttribute('name') ?? '');
}
