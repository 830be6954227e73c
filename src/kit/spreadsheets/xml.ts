import sax from 'sax';

export interface Handlers {
  /** @param name without its namespace */
  readonly opened: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly closed?: (name: string) => void;
}

/**
 * Reads XML as it streams by. No entity of a document type is known and none is fetched: there is nothing to expand.
 * @yields after each chunk, so that whoever collects may take what there is
 */
export async function* reading(chunks: AsyncIterable<string>, handlers: Handlers): AsyncGenerator<undefined> {
  const xml = sax.parser(true, { position: false });
  let failed: Error | undefined;
  xml.onerror = (error) => {
    failed ??= error;
  };
  xml.onopentag = ({ name, attributes }) => {
    handlers.opened(local(name), attributes as Readonly<Record<string, string>>);
  };
  xml.ontext = (text) => handlers.text?.(text);
  xml.oncdata = (text) => handlers.text?.(text);
  xml.onclosetag = (name) => handlers.closed?.(local(name));
  for await (const chunk of chunks) {
    xml.write(chunk);
    if (failed) throw failed;
    yield;
  }
  xml.close();
  if (failed) throw failed;
}

/** Reads it through to its end. */
export async function readThrough(chunks: AsyncIterable<string>, handlers: Handlers): Promise<void> {
  for await (const _ of reading(chunks, handlers));
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
