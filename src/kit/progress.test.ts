import assert from 'node:assert/strict';
import test from 'node:test';
import { progress } from './progress.ts';

function screen(isTTY: boolean) {
  const written: string[] = [];
  return {
    isTTY,
    columns: 80,
    written,
    write: (text: string | Uint8Array) => written.push(String(text)) > 0,
  };
}

test('a log file gets one line at each tenth with the time so far, not a bar', () => {
  const log = screen(false);
  const work = progress('Reading homes', 1000, log);
  for (let done = 0; done <= 1000; done += 1) work.at(done);
  work.end();
  assert.equal(log.written.length, 10);
  assert.match(log.written[0] ?? '', /^Reading homes: {2}10 % \(\d+\.\d s\)\n$/);
  assert.match(log.written[9] ?? '', /^Reading homes \(\d+\.\d s\)\n$/);
});

test('a terminal gets a bar that is replaced by how long it took', () => {
  const terminal = screen(true);
  const work = progress('Reading homes', 4, terminal);
  work.at(2);
  work.end();
  assert.match(terminal.written[0] ?? '', /█{20}░{20} {2}50 %/);
  assert.match(terminal.written.at(-1) ?? '', /Reading homes \(/);
});
