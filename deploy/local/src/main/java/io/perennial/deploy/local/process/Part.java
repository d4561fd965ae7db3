package io.perennial.deploy.local.process;

import java.time.Duration;

/** One program of the suite: what it needs before it starts, how it is started, and when it is ready. */
public interface Part {

    /** As it is called on the command line and in the names of its files, e.g. {@code profile-service}. */
    String name();

    /** Everything that has to exist before {@link #command()} runs; does nothing where it exists already. */
    default void prepare() {}

    Command command();

    /** Whether it answers now; asked many times a second, so it must not wait. */
    boolean ready();

    /** What keeps it from being ready, for a person; empty where only its log knows. */
    default String doubt() {
        return "";
    }

    /** What follows once it is ready, e.g. creating roles or topics; repeatable. */
    default void settle() {}

    default StopSignal stopSignal() {
        return StopSignal.TERM;
    }

    /** How long it may take to become ready before that counts as a failure. */
    default Duration startsWithin() {
        return Duration.ofMinutes(5);
    }

    /** How long it may take to end before it is killed. */
    default Duration stopsWithin() {
        return Duration.ofSeconds(30);
    }
}
