/** A letter answers few messages: one with more of these is made to be looked up for long. */
const most = 20;

/**
 * The ids of ours that an e-mail names anywhere, by its bytes alone: nothing of it is taken apart before it is known
 * that one of them is a message of ours. What they stand in says later which of them it is about.
 */
export function ownIdsIn(source: Uint8Array, domain: string): readonly string[] {
  const found = new Set<string>();
  const written = Buffer.from(source).toString('latin1');
  // A line that was too long for a mail server was broken, wherever it was (RFC 2045, section 6.7).
  for (const text of [written.replaceAll(/=\r?\n/g, ''), ...inBase64(written)])
    for (const [, id = '', at = ''] of text.matchAll(ids)) {
      if (at.toLowerCase() === domain.toLowerCase()) found.add(id.toLowerCase());
      if (found.size === most) return [...found];
    }
  return [...found];
}

const ids = /<([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})@([\w.-]{1,255})>/gi;

/** Of a part that is written in base64, so much is looked at, in characters: a header that is quoted stands first. */
const longestPart = 512 * 1024;

/** What stands in parts that are written in base64, as some servers quote what could not be delivered. */
function inBase64(written: string): readonly string[] {
  const parts = [...written.matchAll(/^content-transfer-encoding:[ \t]*base64\b/gim)].slice(0, most);
  return parts.map(({ index }) => {
    const begins = /\r?\n[ \t]*\r?\n/.exec(written.slice(index, index + 4_096));
    if (!begins) return '';
    const from = index + begins.index + begins[0].length;
    const [block = ''] = /^[\w+/=\s]*/.exec(written.slice(from, from + longestPart)) ?? [];
    return Buffer.from(block, 'base64').toString('latin1');
  });
}
