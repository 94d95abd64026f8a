/** Settings of the embedded server: safe first (fsync stays on), then frugal, for one machine and one product. */
const settings = {
  max_connections: 60,
  shared_buffers: '64MB',
  // One query of a report may use a second core; no worker process lives while idle.
  max_worker_processes: 4,
  max_parallel_workers: 2,
  max_parallel_workers_per_gather: 1,
  io_method: 'sync',
  autovacuum_max_workers: 2,
  max_logical_replication_workers: 0,
  // Not for replicas: a backup holds the log that it needs by a temporary slot.
  wal_level: 'replica',
  max_wal_senders: 0,
  max_replication_slots: 2,
  max_wal_size: '1GB',
  min_wal_size: '64MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_line_prefix: '%m [%p] ',
  // A failed statement may hold what a customer wrote: it does not belong in a log.
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
}

export const serverFlags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
