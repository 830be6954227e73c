import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** The account that PostgreSQL runs as. */
export type Account = Readonly<{ uid: number; gid: number }>;

/**
 * PostgreSQL refuses to run as root. As root, gives the account to use instead: the owner of the cluster where
 * there is one already, else `postgres`, else `nobody`. Nothing when we are not root.
 */
export function unprivilegedAccount(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return account('postgres') ?? account('nobody') ?? { uid: 65534, gid: 65534 };
}

/** Whether that account can enter the folder and, if asked, write in it. */
export function canUse(account: Account, folder: string, how: 'enter' | 'write'): boolean {
  const test = how === 'write' ? 'cd "$1" && test -w .' : 'cd "$1"';
  return (
    spawnSync('/bin/sh', ['-c', test, 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
  );
}

function account(name: string): Account | undefined {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}
