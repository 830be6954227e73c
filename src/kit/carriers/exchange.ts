import { Agent, type IncomingMessage, request as plain } from 'node:http';
import { Agent as SecureAgent, request as secure } from 'node:https';
import { codeOf } from '../failure.ts';

/** What is asked of a service. */
export interface Ask {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What came of it. It is certain that nothing was asked only while no connection stood. */
export type Answer =
  | {
      readonly how: 'answered';
      readonly status: number;
      readonly headers: IncomingMessage['headers'];
      /** null: it did not come whole, or was longer than any answer needs to be. */
      readonly body: string | null;
    }
  | { readonly how: 'not_reached' | 'not_known'; readonly fault: string };

export interface Patience {
  /** Until a connection stands, and until all of the answer is there. In milliseconds. */
  readonly connect: number;
  readonly answer: number;
  /** In bytes. */
  readonly most: number;
}

const patience: Patience = { connect: 10_000, answer: 25_000, most: 64 * 1024 };

// Each over a connection of its own: of one that was kept nobody knows whether it broke before or after it was asked.
const agents = { http: new Agent({ keepAlive: false }), https: new SecureAgent({ keepAlive: false }) };

/** Asks once. A redirect is an answer like any other: what is secret goes nowhere but where it was meant to go. */
export function exchange({ method, url, headers, body }: Ask, given = patience): Promise<Answer> {
  const address = new URL(url);
  const tls = address.protocol === 'https:';
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const options = {
    method,
    headers: { ...headers, ...length },
    agent: tls ? agents.https : agents.http,
  };
  const asked = tls ? secure(address, options) : plain(address, options);
  return new Promise((resolve) => {
    let stands = false;
    let answered = false;
    const broken = (fault: string) => {
      if (!answered) resolve({ how: stands ? 'not_known' : 'not_reached', fault });
      asked.destroy();
    };
    const connecting = setTimeout(() => !stands && broken('no_connection'), given.connect);
    const answering = setTimeout(() => broken('no_answer'), given.answer);
    asked.on('close', () => {
      clearTimeout(connecting);
      clearTimeout(answering);
    });
    asked.on('socket', (socket) =>
      socket.once(tls ? 'secureConnect' : 'connect', () => {
        stands = true;
      }),
    );
    asked.on('error', (thrown) => broken(codeOf(thrown) ?? 'broken'));
    asked.on('response', (response) => {
      answered = true;
      void read(response, given.most).then((answer) => {
        resolve(answer);
        asked.destroy();
      });
    });
    asked.end(body);
  });
}

/** Once the service has said how it stands, what is wrong with the rest of its answer takes nothing back. */
async function read(response: IncomingMessage, most: number): Promise<Answer> {
  const { statusCode: status = 0, headers } = response;
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of response as AsyncIterable<Buffer>) {
      length += part.length;
      if (length > most) return { how: 'answered', status, headers, body: null };
      parts.push(part);
    }
    return { how: 'answered', status, headers, body: Buffer.concat(parts).toString('utf8') };
  } catch {
    return { how: 'answered', status, headers, body: null };
  }
}
