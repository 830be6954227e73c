import { fileURLToPath } from 'node:url';

/**
 * What the process that makes pictures may do: read its own program and what it stands on, in JavaScript. No other
 * file, so neither the landlord's secret nor what lies sealed; no file to write, no program to start, no network.
 *
 * The decoders are native code (`--allow-addons`), which Node’s permissions do not bind. They are bound by what the
 * process is given: no environment, bounded memory and time, no file longer than nothing (`ulimit`). A fault in a
 * decoder that lets somebody run code of theirs would have the rights of the user as whom Lintel runs.
 */
export function confined(): readonly string[] {
  return ['--permission', '--allow-addons', '--max-old-space-size=512', ...readable().map(allowed)];
}

const allowed = (path: string) => `--allow-fs-read=${path}`;

const standsOn = ['sharp', 'heic-decode', '@napi-rs/canvas', 'pdfjs-dist/legacy/build/pdf.mjs'];

function readable(): readonly string[] {
  const here = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
  const packages = standsOn.map((name) => packagesWith(fileURLToPath(import.meta.resolve(name))));
  return [...new Set([here('.'), here('../../../package.json'), ...packages])];
}

const folder = 'node_modules';

/** The folder of packages in which one lies. */
function packagesWith(path: string): string {
  return path.slice(0, path.lastIndexOf(folder) + folder.length);
}
