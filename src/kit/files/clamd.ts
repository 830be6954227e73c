import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Scanned, Scanner } from './scanner.ts';

/** So long clamd may say nothing, in milliseconds. */
const patience = 60_000;
/** The same, where it is asked nothing but whether it is there. */
const answersWithin = 3_000;

/** @param address `host:port`, or the path of its socket */
export function clamd(address: string): Scanner {
  return {
    async scan(plain) {
      try {
        return told(await instream(address, plain));
      } catch (error) {
        if (error instanceof NoAnswer) return { said: 'away', why: error.message, reached: error.reached };
        throw error;
      }
    },
    async answers() {
      const socket = connectTo(address).setTimeout(answersWithin);
      const answer = answerOf(socket);
      try {
        await send(socket, Buffer.from('zVERSION\0'));
        return await answer;
      } catch (error) {
        if (error instanceof NoAnswer) return null;
        throw error;
      } finally {
        answer.catch(() => {});
        socket.destroy();
      }
    },
  };
}

/** The scanner, not the file, is what failed. */
class NoAnswer extends Error {
  readonly reached: boolean;
  constructor(why: string, reached: boolean) {
    super(why);
    this.reached = reached;
  }
}

/** The whole of a file over clamd's INSTREAM: each part with its length before it, then a length of nothing. */
async function instream(address: string, plain: AsyncIterable<Uint8Array>): Promise<string> {
  const socket = connectTo(address);
  const answer = answerOf(socket);
  // It is awaited below; where the file fails first, nobody minds what clamd says.
  answer.catch(() => {});
  try {
    await send(socket, Buffer.from('zINSTREAM\0'));
    for await (const part of plain) {
      if (part.length === 0) continue;
      const length = Buffer.alloc(4);
      length.writeUInt32BE(part.length);
      await send(socket, length);
      await send(socket, part);
      // It says so at once where a file is too large for it, and reads no further.
      if (socket.readableEnded || !socket.writable) break;
    }
    if (socket.writable) await send(socket, Buffer.alloc(4));
    return await answer;
  } finally {
    socket.destroy();
  }
}

function connectTo(address: string): Socket {
  const port = /^(.*):(\d+)$/.exec(address);
  const socket = port ? connect(Number(port[2]), port[1]) : connect(address);
  return socket.setTimeout(patience);
}

function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    const said: Buffer[] = [];
    let reached = false;
    socket.on('connect', () => {
      reached = true;
    });
    const fail = (why: string) => reject(new NoAnswer(why, reached));
    socket.on('data', (part: Buffer) => said.push(part));
    socket.on('timeout', () => {
      fail('It said nothing for a minute');
      socket.destroy();
    });
    socket.on('error', () =>
      said.length > 0 ? finish() : fail(reached ? brokeOff : 'It could not be reached'),
    );
    socket.on('close', () => finish());
    function finish() {
      const words = Buffer.concat(said).toString().replaceAll('\0', '').trim();
      if (words === '') fail('It gave no answer');
      else resolve(words);
    }
  });
}

async function send(socket: Socket, bytes: Uint8Array): Promise<void> {
  if (!socket.writable || socket.write(bytes)) return;
  await Promise.race([once(socket, 'drain'), once(socket, 'close')]).catch(() => {});
}

/** It shuts the door on a file that is too large, and whether its answer arrives before that is chance. */
const brokeOff = 'It broke off. Where the file is larger than the scanner takes, raise its StreamMaxLength';

/** `stream: OK`, `stream: Name FOUND`, or what is wrong with the scanner. */
function told(words: string): Scanned {
  if (/^stream: OK$/.test(words)) return { said: 'clean' };
  const reached = true;
  const found = /^stream: (.+) FOUND$/.exec(words)?.[1];
  if (found !== undefined) return { said: 'infected', found };
  if (/size limit/i.test(words))
    return {
      said: 'away',
      why: 'The file is larger than the scanner takes: raise its StreamMaxLength',
      reached,
    };
  return { said: 'away', why: 'It could not look through the file', reached };
}
