import { application } from '../program.ts';
import { command } from './command.ts';
import { serve } from './serve.ts';

export const start = command({
  name: 'start',
  summary: 'Serves the staff site and the help site: the same as npm start.',
  async run(context) {
    await serve(context.config(), async () => application);
    return undefined;
  },
});
