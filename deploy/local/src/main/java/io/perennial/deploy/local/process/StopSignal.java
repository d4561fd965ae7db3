package io.perennial.deploy.local.process;

/** How a program wants to be asked to end. */
public enum StopSignal {
    /** PostgreSQL's fast shutdown: open connections are ended. */
    INT,
    /** Everything else: an orderly end. */
    TERM,
    /** No asking. */
    KILL
}
