import { bankHolidays } from './bank-holidays.ts';
import { code } from './code.ts';
import { config } from './config.ts';
import { confirm } from './confirm.ts';
import { demo } from './demo.ts';
import { importCommand } from './import.ts';
import { migrate } from './migrate.ts';
import { policy } from './policy.ts';
import { run } from './run.ts';
import { setup } from './setup.ts';
import { start } from './start.ts';
import { verifyAudit } from './verify-audit.ts';
import { version } from './version.ts';

/** Every command, in the order of a landlord's first day and then of its years. */
const commands = [
  setup,
  start,
  importCommand,
  bankHolidays,
  policy,
  migrate,
  config,
  confirm,
  verifyAudit,
  version,
  code,
  demo,
];

process.exit(await run(commands, process.argv.slice(2)));
