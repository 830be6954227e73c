/** What a file is, by its bytes: a media type; `text/plain` for words, `text/markup` for markup; null: not known. */
export async function typeOfBytes(head: Uint8Array): Promise<string | null> {
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  if (found) return found.mime;
  const text = asText(head);
  if (text === null) return null;
  return /<\s*(?:!doctype|html|svg|script|\?xml|iframe|body)/i.test(text) ? 'text/markup' : 'text/plain';
}

/** As words, where it is nothing else: UTF-8 without control characters, though a character may be cut in two. */
function asText(head: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no text holds
    return /[\u0000-\u0008\u000b\u000e-\u001f]/.test(text) ? null : text;
  } catch {
    return null;
  }
}
