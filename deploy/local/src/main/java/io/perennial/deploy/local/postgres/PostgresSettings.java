package io.perennial.deploy.local.postgres;

/** What our server does otherwise than PostgreSQL would by itself. */
final class PostgresSettings {

    private PostgresSettings() {}

    /** @param sharedMib memory for its tables */
    static String text(int port, int sharedMib) {
        return """
                # Written at every start.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                timezone = 'UTC'
                log_timezone = 'UTC'

                # A laptop with two cores, shared with five JVMs and a broker.
                max_connections = 80
                shared_buffers = %dMB
                huge_pages = off
                work_mem = 8MB
                maintenance_work_mem = 64MB
                effective_cache_size = 1GB
                random_page_cost = 1.1
                jit = off
                io_workers = 1
                max_worker_processes = 4
                max_parallel_workers_per_gather = 0
                autovacuum_max_workers = 2

                # What is committed stays committed; nobody replicates from here.
                synchronous_commit = on
                wal_level = minimal
                max_wal_senders = 0
                min_wal_size = 128MB
                max_wal_size = 1GB
                checkpoint_timeout = 15min
                """.formatted(port, sharedMib);
    }
}
