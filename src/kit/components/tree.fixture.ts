import { parseHTML } from 'linkedom';

/** Markup as a tree in which only what a browser would see differently is different. */
export type Tree = string | readonly [name: string, attributes: Readonly<Record<string, string>>, ...Tree[]];

/** The parts of the DOM that are read here (the program itself has no DOM types). */
type DomNode = {
  readonly nodeType: number;
  readonly localName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
};

/** Attributes are sorted; runs of white space count as one space, or as none at an edge. */
export function tree(markup: string): readonly Tree[] {
  const { document } = parseHTML(`<!doctype html><html><body>${markup}</body></html>`);
  return children(document.body as unknown as DomNode);
}

function children(parent: DomNode): readonly Tree[] {
  const found: Tree[] = [];
  for (const node of parent.childNodes) {
    if (node.nodeType === 1) found.push(element(node));
    else if (node.nodeType === 3) {
      const text = squeezed(node.textContent ?? '');
      if (text !== '') found.push(text);
    }
  }
  return found;
}

function element(node: DomNode): Tree {
  const pairs = [...node.attributes].map(({ name, value }) => [
    name,
    name === 'class' ? squeezed(value) : value,
  ]);
  return [node.localName, Object.fromEntries(pairs.sort()), ...children(node)];
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
