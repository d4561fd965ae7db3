package io.perennial.deploy.local;

import io.perennial.deploy.local.console.Watcher;
import io.perennial.deploy.local.jvm.AotCache;
import io.perennial.deploy.local.port.PortPlan;
import io.perennial.deploy.local.port.TakenPorts;
import io.perennial.deploy.local.process.CannotStart;
import io.perennial.deploy.local.process.Part;
import io.perennial.deploy.local.process.PartProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Brings up a suite, or what of it does not run. */
final class SuiteStart {

    /** The JVM writes what it recorded when it is asked to end. */
    private static final Duration WRITING = Duration.ofMinutes(3);

    /** Starting a service keeps about one core busy. */
    private static final int RECORDINGS = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    private final SuiteOptions options;
    private final Layout layout;
    private final Watcher watcher;

    SuiteStart(SuiteOptions options) {
        this.options = options;
        this.layout = options.layout();
        this.watcher = options.watcher();
    }

    Suite run() {
        return SuiteLock.holding(
                layout, () -> watcher.says("Another up or down is at work; waiting for it."), this::bringUp);
    }

    private Suite bringUp() {
        var ports = ports();
        var parts = SuiteParts.of(options, ports);
        var foundation = running(parts.foundation());
        var services = running(parts.services());
        try {
            bringUp(foundation);
            bringUp(services);
        } catch (RuntimeException e) {
            new SuiteStop(layout, Watcher.NOBODY).run();
            throw e;
        }
        var all = new ArrayList<>(foundation);
        all.addAll(services);
        return new Suite(options, ports, parts, all);
    }

    /** Those of a suite that runs already; else the ones asked for, if they are free. */
    private PortPlan ports() {
        var state = new SuiteState(layout);
        var running = SuiteState.alive(layout);
        var ports = running.isEmpty() ? options.ports() : state.ports();
        if (!ports.complaint().isEmpty()) {
            throw new CannotStart(ports.complaint());
        }
        var taken = TakenPorts.among(ports, port -> !running.contains(port.part()) && isWanted(port.part()));
        if (!taken.isEmpty()) {
            throw new CannotStart(taken.stream().collect(Collectors.joining("\n")));
        }
        state.write(ports);
        return ports;
    }

    private boolean isWanted(String part) {
        return !part.endsWith("-service")
                || options.services().stream()
                        .anyMatch(service -> service.module().equals(part));
    }

    private List<RunningPart> running(List<? extends Part> parts) {
        return parts.stream()
                .map(part -> new PartProcess(part, layout.run(), layout.logs()))
                .map(process -> new RunningPart(process, layout.cache(), options.aot()))
                .toList();
    }

    private void bringUp(List<RunningPart> parts) {
        Together.run(parts, part -> part.process().part().prepare());
        var unrecorded = parts.stream()
                .filter(part -> !part.isAlive() && part.unrecorded().isPresent())
                .toList();
        Together.run(unrecorded, RECORDINGS, part -> part.unrecorded().ifPresent(cache -> record(part, cache)));
        Together.run(parts, this::bringUp);
    }

    private void bringUp(RunningPart part) {
        if (part.isReady()) {
            watcher.says("  %-24s runs already, pid %d"
                    .formatted(part.name(), part.pid().orElse(0)));
            return;
        }
        var since = System.nanoTime();
        watcher.begins(part.name(), "starting");
        part.start();
        part.awaitReady();
        watcher.done(part.name(), "ready", Duration.ofNanos(System.nanoTime() - since));
    }

    /** One ordinary run, from start to ready, whose memory of classes the next ones start with. */
    private void record(RunningPart part, AotCache cache) {
        var since = System.nanoTime();
        watcher.begins(part.name(), "recording a first start");
        part.process().start(cache.recording());
        part.awaitReady();
        part.process().stop(WRITING);
        var outcome = cache.finish() ? "recorded (next starts are quick)" : "could not be recorded (starts stay slow)";
        watcher.done(part.name(), outcome, Duration.ofNanos(System.nanoTime() - since));
    }
}
