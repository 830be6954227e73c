import { readConfig } from '#kit/config.ts';
import { type Command, type Context, Misunderstood, readArguments } from './command.ts';
import { explain } from './explain.ts';
import { details, overview } from './help.ts';

/** Finds the command, runs it, and answers the exit status: 0, 1 for a failure, 2 for something not understood. */
export async function run(
  commands: readonly Command[],
  typed: readonly string[],
  context: Context = { config: readConfig, print: (line) => console.log(line) },
): Promise<number> {
  try {
    const [name, ...rest] = typed;
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      context.print(overview(commands));
      return name === undefined ? 2 : 0;
    }
    const chosen = commands.find((each) => each.name === name);
    if (!chosen)
      throw new Misunderstood(`There is no command ${name}.`, 'Run lintel --help to see them all.');
    const args = readArguments(chosen, rest);
    if ('help' in args.values) {
      context.print(details(chosen));
      return 0;
    }
    return (await chosen.run(context, args)) ?? 0;
  } catch (thrown) {
    explain(thrown);
    return thrown instanceof Misunderstood ? 2 : 1;
  }
}
