import { describeConfig } from '#kit/config.ts';
import { command } from './command.ts';

export const config = command({
  name: 'config',
  summary: 'Checks the configuration and lists every setting with its meaning.',
  async run(context) {
    context.print(describeConfig());
    context.config();
    context.print('\nThe configuration here is sound.');
    return undefined;
  },
});
