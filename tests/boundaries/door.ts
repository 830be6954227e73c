import { about, type Breach } from './house.ts';
import { type Source, withoutComments } from './sources.ts';

/** What hands anything to somebody outside. */
const carrying = /^src\/kit\/(?:mail|outbox|delivery)\.ts$|^src\/kit\/carriers\//;
/** Where the program is put together; it hands nothing over. */
const putTogether = ['src/program.ts', 'demonstration/stage/load.ts'];
/** Counts what waits, for whoever runs Lintel. */
const counting = 'src/kit/http/operations.ts';
/** Who speaks with a machine that is not ours. */
const speaking = [
  'src/kit/mail.ts',
  'src/kit/carriers/smtp.ts',
  'src/kit/carriers/exchange.ts',
  // Sealed bytes under random names, to a store of the landlord's own: nobody reads them there.
  'src/kit/files/s3-request.ts',
];
const clients = ['nodemailer', 'node:http', 'node:https', 'node:http2', 'node:tls', 'undici'];

/** Words of ours for colleagues and for whom something is shared with: neutral by their type, and a link. */
export const neutral: readonly string[] = [
  'src/modules/account/routes/hand-over.ts',
  'src/modules/obligations/store/letters.ts',
  'src/modules/sharing/store/links.ts',
];

/**
 * Whatever goes out goes through one door: to the person of a case only from `outgoing`, which decides at that moment;
 * to anybody else only in words that are nobody's (V3.2, L2.1a).
 */
export function oneDoor(source: Source): readonly Breach[] {
  const { path } = source;
  if (!/^(src|demonstration|start\.ts)/.test(path) || /\.(?:test|fixture)\.ts$|\/testing\.ts$/.test(path))
    return [];
  const code = withoutComments(source.text);
  const breaches = [...about(source, ({ to, typeOnly }) => reached(path, to, typeOnly))];
  if (/\.carriers\b/.test(code) && !path.startsWith('src/modules/outgoing/') && !putTogether.includes(path))
    breaches.push({ path, because: 'only the door hands anything to a service: queueMessage of outgoing' });
  if (/\bmail\.send\(/.test(code) && !neutral.includes(path) && !carrying.test(path))
    breaches.push({ path, because: 'e-mail to colleagues leaves from where it is listed' });
  if (/(?<![.\w])fetch\(/.test(code) && !path.startsWith('src/kit/assets/'))
    breaches.push({ path, because: 'what speaks with other machines is src/kit/carriers/exchange.ts' });
  return breaches;
}

function reached(path: string, to: string, typeOnly: boolean): string | null {
  if (typeOnly) return null;
  if (path === counting && to === 'src/kit/outbox.ts') return null;
  if (carrying.test(to) && !carrying.test(path) && !putTogether.includes(path))
    return `${to} is reached through the door of outgoing alone`;
  if (clients.includes(to) && !speaking.includes(path)) return `${to} is for those who carry`;
  return null;
}
