#!/usr/bin/env node
import { launch } from './scripts/launch.mjs';

// npx lintel COMMAND …
const args = process.argv.slice(2);
await launch('src/cli/index.ts', args, { serves: args[0] === 'start' });
