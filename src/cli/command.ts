import { parseArgs } from 'node:util';
import type { Config } from '#kit/config.ts';
import { Failure, wordsOf } from '#kit/failure.ts';

type Option = Readonly<{ type: 'string' | 'boolean'; short?: string; multiple?: boolean; about: string }>;
type Options = Readonly<Record<string, Option>>;

type ValueOf<O extends Option> = O extends { type: 'boolean' }
  ? boolean
  : O extends { multiple: true }
    ? string[]
    : string;

/** What somebody typed after the command's name. */
export type Arguments<O extends Options> = Readonly<{
  values: { readonly [K in keyof O]?: ValueOf<O[K]> };
  positionals: readonly string[];
}>;

/** What a command is lent. */
export type Context = Readonly<{
  /** Read when first asked for, so that help works under a broken configuration. */
  config: () => Config;
  print: (line: string) => void;
}>;

/** One `lintel` command. The exit status is 0, or what `run` answers. */
export type Command = Readonly<{
  name: string;
  summary: string;
  /** What follows `lintel NAME`, for the help. */
  usage: string;
  options: Options;
  /** How many words without a dash it takes: at least and at most. */
  words: readonly [number, number];
  run: (context: Context, args: Arguments<never>) => Promise<number | undefined>;
}>;

/** Declares a command, so that `run` knows the types of its options. */
export function command<const O extends Options>(
  declared: Readonly<{
    name: string;
    summary: string;
    usage?: string;
    options?: O;
    words?: readonly [number, number];
    run: (context: Context, args: Arguments<O>) => Promise<number | undefined>;
  }>,
): Command {
  return { usage: '', options: {}, words: [0, 0], ...declared } as unknown as Command;
}

/** Something was typed that no command understands: printed with where to look, exit status 2. */
export class Misunderstood extends Failure {}

/** Reads what follows the command's name. @throws Misunderstood for an unknown option or too many or too few words */
export function readArguments(chosen: Command, typed: readonly string[]): Arguments<never> {
  const help = `Run lintel ${chosen.name} --help to see what it takes.`;
  const [least, most] = chosen.words;
  try {
    const options = { ...chosen.options, help: { type: 'boolean' } } as const;
    const read = parseArgs({ args: [...typed], options, allowPositionals: true, strict: true });
    const enough = read.values.help || (read.positionals.length >= least && read.positionals.length <= most);
    if (enough) return read as unknown as Arguments<never>;
  } catch (thrown) {
    throw new Misunderstood(wordsOf(thrown).split('. ')[0] ?? '', help, thrown);
  }
  throw new Misunderstood(`lintel ${chosen.name} takes ${chosen.usage || 'nothing more'}.`, help);
}
