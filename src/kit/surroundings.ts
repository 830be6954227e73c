/** The environment of a process apart. Nothing of ours: what a process needs to start on some systems, and no more. */
export function surroundings(): NodeJS.ProcessEnv {
  const needed = ['SystemRoot', 'TMPDIR', 'TEMP', 'TMP'] as const;
  return Object.fromEntries(needed.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
