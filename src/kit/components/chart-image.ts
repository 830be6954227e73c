import { type Html, html } from '../html.ts';

/**
 * A chart that a page's own address answers with. On a phone it keeps a size at which its words can be read, and
 * scrolls by itself, by keyboard too, under a name that no other chart of the page has. The page does not wait for one
 * that is folded or far down.
 */
export function chartImage({
  name,
  src,
  height,
  alt,
}: {
  readonly name: string;
  readonly src: string;
  readonly height: number;
  readonly alt: string;
}): Html {
  const label = `Chart: ${name}`;
  return html`<div class="lintel-scroll lintel-scroll--chart" role="region" aria-label="${label}" tabindex="0"><img
    class="lintel-chart" src="${src}" width="720" height="${height}" alt="${alt}" loading="lazy"></div>`;
}
