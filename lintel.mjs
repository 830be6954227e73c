#!/usr/bin/env node
import { launch } from './scripts/launch.mjs';

// npx lintel COMMAND …
await launch('src/cli/index.ts', process.argv.slice(2));
