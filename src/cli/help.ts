import type { Command } from './command.ts';

/** What `lintel --help` prints. */
export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  return [
    'lintel COMMAND …',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`),
    '',
    'lintel COMMAND --help tells more about one of them.',
  ].join('\n');
}

/** What `lintel COMMAND --help` prints. */
export function details({ name, summary, usage, options }: Command): string {
  const lines = Object.entries(options).map(([long, { type, short, about }]) => {
    const left = `${short ? `-${short}, ` : ''}--${long}${type === 'string' ? ' …' : ''}`;
    return `  ${left.padEnd(24)}${about}`;
  });
  return [`lintel ${name} ${usage}`.trim(), '', summary, ...(lines.length > 0 ? ['', ...lines] : [])].join(
    '\n',
  );
}
