import { launch } from './launch.mjs';

// npm start, npm test and their like: node scripts/run.mjs FILE ARGUMENTS…
const [file, ...args] = process.argv.slice(2);
await launch(file, args, { serves: file === 'start.ts' });
