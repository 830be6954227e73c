import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { command } from './command.ts';

export const version = command({
  name: 'version',
  summary: 'Prints the version of Lintel and of Node.',
  async run(context) {
    const file = join(import.meta.dirname, '../../package.json');
    context.print(`Lintel ${JSON.parse(readFileSync(file, 'utf8')).version}, Node ${process.versions.node}`);
    return undefined;
  },
});
