import { once } from 'node:events';
import { createServer } from 'node:net';
import type { TestContext } from 'node:test';

/** What a mail server may answer otherwise than "taken". */
export interface Temper {
  /** How many letters it turns away for the moment, as a busy one does. */
  busyFor?: number;
  /** The receiver that it does not know. */
  unknown?: string;
}

/** As much of a mail server as takes letters in. @param port of one that was there before */
export async function mailServer(t: Pick<TestContext, 'after'>, temper: Temper = {}, port = 0) {
  const letters: string[] = [];
  let busyFor = temper.busyFor ?? 0;
  const server = createServer((socket) => {
    let letter: string[] | null = null;
    let rest = '';
    const say = (line: string) => socket.write(`${line}\r\n`);
    const hear = (line: string) => {
      if (letter !== null) {
        if (line !== '.') return void letter.push(line);
        letters.push(letter.join('\n'));
        letter = null;
        return void say('250 taken');
      }
      if (line.startsWith('RCPT') && temper.unknown && line.includes(temper.unknown))
        return void say('550 nobody of that name');
      if (line === 'DATA') {
        if (busyFor > 0) {
          busyFor -= 1;
          return void say('451 come again later');
        }
        letter = [];
        return void say('354 go on');
      }
      say(line === 'QUIT' ? '221 bye' : '250 yes');
    };
    socket.on('error', () => {});
    socket.on('data', (data) => {
      const lines = (rest + data).split('\r\n');
      rest = lines.pop() ?? '';
      lines.forEach(hear);
    });
    say('220 test');
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const address = server.address() as { port: number };
  return { letters, port: address.port, url: `smtp://127.0.0.1:${address.port}` };
}
