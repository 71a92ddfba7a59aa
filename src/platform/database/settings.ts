import { totalmem } from 'node:os';

const megabytes = (share: number, most: number): string =>
  `${Math.min(most, Math.max(32, Math.floor((totalmem() * share) / 2 ** 20)))}MB`;

/** Settings of the embedded server: one modest machine that also runs the program (facts, section 3). */
export function serverSettings(socket: string, durable: boolean): Readonly<Record<string, string>> {
  return {
    listen_addresses: '',
    port: '5432',
    unix_socket_directories: socket,
    unix_socket_permissions: '0700',
    max_connections: '60',
    work_mem: '32MB',
    max_wal_size: '4GB',
    random_page_cost: '1.1',
    timezone: 'Asia/Shanghai',
    log_timezone: 'Asia/Shanghai',
    lc_messages: 'C',
    // The server's log names no person: no failing statement, and no DETAIL such as "Key (id_number)=(...) already exists".
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...(durable
      ? {
          shared_buffers: megabytes(0.12, 2048),
          effective_cache_size: megabytes(0.5, 65_536),
          maintenance_work_mem: megabytes(0.03, 512),
        }
      : // Test runs give up what survives a power failure for speed.
        { shared_buffers: '128MB', fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
}
