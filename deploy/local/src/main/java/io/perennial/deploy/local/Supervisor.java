package io.perennial.deploy.local;

import io.perennial.deploy.local.process.PartFailure;
import io.perennial.deploy.local.process.Patience;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Watches a suite in the foreground: a part that ends by itself is reported with what it wrote last. */
final class Supervisor {

    private static final Duration GLANCE = Duration.ofSeconds(1);

    private final Suite suite;
    private final BooleanSupplier stopping;
    private final PrintStream out;
    private final Set<String> dead = new HashSet<>();

    /** Says nothing more once {@code stopping}: then parts are meant to end. */
    Supervisor(Suite suite, BooleanSupplier stopping, PrintStream out) {
        this.suite = suite;
        this.stopping = stopping;
        this.out = out;
    }

    /** Returns when no part is left. */
    void watch() {
        while (!stopping.getAsBoolean() && suite.parts().stream().anyMatch(RunningPart::isAlive)) {
            Patience.sleep(GLANCE);
            suite.parts().forEach(this::look);
        }
        if (!stopping.getAsBoolean()) {
            out.println("Nothing runs any more.");
        }
    }

    private void look(RunningPart part) {
        if (part.isAlive()) {
            dead.remove(part.name());
        } else if (!stopping.getAsBoolean() && dead.add(part.name())) {
            out.println();
            out.println(PartFailure.describe(part.name(), "has ended", part.log()));
            out.println("deploy/local/up in another terminal starts it again.");
        }
    }
}
