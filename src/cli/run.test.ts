import assert from 'node:assert/strict';
import test from 'node:test';
import { Failure } from '#kit/failure.ts';
import { command } from './command.ts';
import { run } from './run.ts';

const commands = [
  command({
    name: 'greet',
    summary: 'Greets somebody.',
    usage: 'WHOM',
    words: [1, 1],
    options: { loudly: { type: 'boolean', about: 'In capitals.' } },
    async run(context, { values, positionals: [whom = ''] }) {
      context.print(values.loudly ? whom.toUpperCase() : whom);
      return undefined;
    },
  }),
  command({
    name: 'fail',
    summary: 'Fails.',
    async run() {
      throw new Failure('The port is taken.', 'Choose another.');
    },
  }),
];

async function typing(t: test.TestContext, ...typed: string[]) {
  const printed: string[] = [];
  const complained = t.mock.method(console, 'error', () => {});
  const config = () => assert.fail('no command here reads the configuration');
  const status = await run(commands, typed, { config, print: (line) => printed.push(line) });
  const complaint = complained.mock.calls.flatMap(({ arguments: said }) => said).join('\n');
  return { status, printed: printed.join('\n'), complaint };
}

test('a command gets its words and options', async (t) => {
  const { status, printed } = await typing(t, 'greet', '--loudly', 'everybody');
  assert.deepEqual([status, printed], [0, 'EVERYBODY']);
});

test('help lists every command, and every option of one', async (t) => {
  const all = await typing(t, '--help');
  assert.equal(all.status, 0);
  for (const { name, summary } of commands) assert.match(all.printed, new RegExp(`${name} +${summary}`));
  const one = await typing(t, 'greet', '--help');
  assert.equal(one.status, 0);
  assert.match(one.printed, /lintel greet WHOM[\s\S]*--loudly +In capitals\./);
});

test('an unknown command, an unknown option and a missing word are said plainly, with status 2', async (t) => {
  for (const typed of [['gret'], ['greet', '--quietly', 'all'], ['greet'], ['greet', 'one', 'two']]) {
    const { status, complaint } = await typing(t, ...typed);
    assert.equal(status, 2, typed.join(' '));
    assert.match(complaint, /What to do: Run lintel/);
  }
});

test('a failure tells what happened and what to do, with status 1 and without a stack', async (t) => {
  const { status, complaint } = await typing(t, 'fail');
  assert.equal(status, 1);
  assert.match(complaint, /The port is taken\.\nWhat to do: Choose another\./);
  assert.doesNotMatch(complaint, /\n {4}at /);
});
