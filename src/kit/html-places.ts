/**
 * Where a value stands in a template: each place is protected in its own way. `words` is text within an element that
 * holds no other (an option, a title), `own` directly within one that takes its direction from it.
 */
export type Place = 'text' | 'words' | 'own' | 'attribute' | 'tag' | 'name';

const known = new WeakMap<TemplateStringsArray, readonly Place[]>();

/**
 * The place of each value in a template, worked out once a template.
 * Throws where no escaping would protect: unquoted attributes, scripts, styles, comments, event handlers.
 */
export function placesIn(strings: TemplateStringsArray): readonly Place[] {
  return known.get(strings) ?? survey(strings);
}

function survey(strings: TemplateStringsArray): readonly Place[] {
  const places: Place[] = [];
  let state: State = { in: 'text' };
  for (const part of strings.slice(0, -1)) {
    state = walk(state, part);
    places.push(placeOf(state, part));
  }
  known.set(strings, places);
  return places;
}

type State = {
  readonly in: 'text' | 'name' | 'tag' | 'comment' | '"' | "'";
  readonly raw?: 'script' | 'style';
  readonly holds?: 'words' | 'own';
};

/** What an HTML parser would be in the middle of after this much of the template. */
function walk(from: State, part: string): State {
  let state = from;
  for (let at = 0; at < part.length; at += 1) {
    const character = part[at] as string;
    if (state.in === 'text') {
      const opened = /^<(?:(!--)|(\/?[a-z!]))/i.exec(part.slice(at, at + 4));
      if (opened?.[1]) state = { in: 'comment' };
      else if (opened) state = { in: 'name', ...rawElement(part.slice(at)), ...holding(part.slice(at)) };
    } else if (state.in === 'comment') {
      if (part.startsWith('-->', at)) state = { in: 'text' };
    } else if (state.in === '"' || state.in === "'") {
      if (character === state.in) state = { ...state, in: 'tag' };
    } else if (character === '>') {
      state = { ...state, in: 'text' };
    } else if (character === '"' || character === "'") {
      state = { ...state, in: character };
    } else if (/\s/.test(character)) {
      state = { ...state, in: 'tag' };
    }
  }
  return state;
}

function rawElement(text: string): { readonly raw?: 'script' | 'style' } {
  const name = /^<(script|style)\b/i.exec(text)?.[1]?.toLowerCase();
  return name === 'script' || name === 'style' ? { raw: name } : {};
}

function holding(text: string): Pick<State, 'holds'> {
  if (/^<(?:option|title)\b/i.test(text)) return { holds: 'words' };
  if (/^<textarea\b/i.test(text) || /^<[a-z][^>]*\sdir="auto"[^>]*>/i.test(text)) return { holds: 'own' };
  return {};
}

function placeOf(state: State, before: string): Place {
  if (state.in === 'comment') throw new Error('A value cannot stand in a comment');
  if (state.in === 'text') {
    if (state.raw) throw new Error(`A value cannot stand in a ${state.raw} element`);
    return state.holds ?? 'text';
  }
  if (state.in === 'name') return 'name';
  if (state.in === 'tag') {
    if (/=\s*$/.test(before)) throw new Error("An attribute's value needs quotes");
    return 'tag';
  }
  if (/\s(?:on\w+|style)\s*=\s*["'][^"']*$/i.test(before)) {
    throw new Error('A value cannot stand in an event handler or an inline style');
  }
  return 'attribute';
}
