package io.perennial.deploy.local;

import io.perennial.deploy.local.console.Watcher;
import io.perennial.deploy.local.port.Port;
import io.perennial.deploy.local.process.ProcessSlot;
import io.perennial.deploy.local.process.StopSignal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Stops whatever of a suite runs, knowing only its data folder: services first, PostgreSQL last. */
final class SuiteStop {

    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final String POSTGRES = Port.POSTGRES.part();

    private final Layout layout;
    private final Watcher watcher;

    SuiteStop(Layout layout, Watcher watcher) {
        this.layout = layout;
        this.watcher = watcher;
    }

    /** Stops all; says how many parts ran. */
    int run() {
        var services = (Predicate<String>) part -> part.endsWith("-service");
        var postgres = (Predicate<String>) POSTGRES::equals;
        return stop(services) + stop(services.or(postgres).negate()) + stop(postgres);
    }

    /** Names of all parts, in the order they start. */
    static List<String> parts() {
        return Arrays.stream(Port.values()).map(Port::part).distinct().toList();
    }

    static ProcessSlot slot(Layout layout, String part) {
        return new ProcessSlot(part, layout.run(), layout.logs());
    }

    private int stop(Predicate<String> some) {
        var slots =
                parts().stream().filter(some).map(part -> slot(layout, part)).toList();
        var alive = (int) slots.stream().filter(ProcessSlot::isAlive).count();
        Together.run(slots, this::stop);
        return alive;
    }

    private void stop(ProcessSlot slot) {
        var ran = slot.isAlive();
        var since = System.nanoTime();
        if (ran) {
            watcher.begins(slot.name(), "stopping");
        }
        // Even a part that has died may have left children.
        slot.stop(slot.name().equals(POSTGRES) ? StopSignal.INT : StopSignal.TERM, WITHIN);
        if (ran) {
            watcher.done(slot.name(), "stopped", Duration.ofNanos(System.nanoTime() - since));
        }
    }
}
