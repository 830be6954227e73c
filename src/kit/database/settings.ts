import { totalmem } from 'node:os';

type Settings = Readonly<Record<string, string>>;

/** Sensible on two cores and little memory. Nothing that a log line holds may be personal data. */
const always: Settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_permissions: '0700',
  max_connections: '100',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '512MB',
  random_page_cost: '1.1',
  jit: 'off',
  max_parallel_workers_per_gather: '1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

const kept: Settings = {
  shared_buffers: totalmem() >= 4 * 2 ** 30 ? '256MB' : '128MB',
  max_wal_size: '1GB',
  wal_compression: 'on',
  logging_collector: 'on',
  log_filename: 'postgresql-%a.log',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_truncate_on_rotation: 'on',
};

/** For tests: everything may be lost, nothing may be slow. */
const thrownAway: Settings = {
  shared_buffers: '128MB',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '4GB',
  checkpoint_timeout: '1h',
  autovacuum: 'off',
  scram_iterations: '1',
};

/** The server's command line: `fast` gives up durability for tests; `socket` is a folder, '' for no socket. */
export function serverOptions(port: number, fast: boolean, socket: string): string {
  const settings = {
    ...always,
    ...(fast ? thrownAway : kept),
    port: String(port),
    unix_socket_directories: socket,
  };
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
}
