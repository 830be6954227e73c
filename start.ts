import { explain } from './src/cli/explain.ts';
import { serve } from './src/cli/serve.ts';
import { readConfig } from './src/kit/config.ts';

try {
  await serve(readConfig(), async () => (await import('./src/program.ts')).application);
  process.exit(0);
} catch (thrown) {
  explain(thrown);
  process.exit(1);
}
