package io.perennial.deploy.local;

import io.perennial.deploy.local.kafka.ConsumerLag;
import io.perennial.deploy.local.port.Port;
import io.perennial.deploy.local.port.PortPlan;
import io.perennial.deploy.local.process.Patience;
import io.perennial.deploy.local.service.Service;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.LongConsumer;

/** A running suite. Closing it stops every part; the data folder stays. */
public final class Suite implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(250);

    private final SuiteOptions options;
    private final PortPlan ports;
    private final SuiteParts parts;
    private final List<RunningPart> running;

    Suite(SuiteOptions options, PortPlan ports, SuiteParts parts, List<RunningPart> running) {
        this.options = options;
        this.ports = ports;
        this.parts = parts;
        this.running = List.copyOf(running);
    }

    /**
     * Starts what does not run yet and returns when all of it is ready.
     *
     * @throws io.perennial.deploy.local.process.CannotStart if something is in the way, e.g. a port is taken
     * @throws io.perennial.deploy.local.process.PartFailure if a part does not come up; what was started is stopped again
     */
    public static Suite start(SuiteOptions options) {
        return new SuiteStart(options).run();
    }

    /** By name: {@code postgres}, {@code kafka}, {@code mail}, or a service's such as {@code profile-service}. */
    public RunningPart part(String name) {
        return running.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no part " + name));
    }

    public List<RunningPart> parts() {
        return running;
    }

    public URI url(Service service) {
        return URI.create("http://localhost:" + ports.of(service.port()));
    }

    public URI managementUrl(Service service) {
        return URI.create("http://localhost:" + ports.management(service.port()));
    }

    /** The mail server's REST API. */
    public URI mailUrl() {
        return parts.mail().rest();
    }

    public int smtpPort() {
        return ports.of(Port.SMTP);
    }

    public String bootstrapServers() {
        return parts.kafka().bootstrapServers();
    }

    public String databaseUrl() {
        return parts.postgres().url();
    }

    /** Of the service's role, e.g. {@code profile}; also of {@code postgres}, who may see all schemas. */
    public String databasePassword(String role) {
        return parts.postgres().password(role);
    }

    public PortPlan ports() {
        return ports;
    }

    public Path logs() {
        return options.layout().logs();
    }

    /** Every process of the suite, with what each started itself. */
    public List<ProcessHandle> processes() {
        return running.stream().flatMap(part -> part.processes().stream()).toList();
    }

    /**
     * Waits until every consumer has read what was written before, telling how many records are to go.
     *
     * @return whether they have, within that time
     */
    public boolean awaitCaughtUp(Duration within, LongConsumer toGo) {
        var patience = new Patience(within);
        try (var lag = new ConsumerLag(bootstrapServers())) {
            while (true) {
                var left =
                        lag.now().values().stream().mapToLong(Long::longValue).sum();
                toGo.accept(left);
                if (left == 0 || patience.isOver()) {
                    return left == 0;
                }
                Patience.sleep(GLANCE);
            }
        }
    }

    public void stop() {
        SuiteLock.holding(options.layout(), () -> {}, new SuiteStop(options.layout(), options.watcher())::run);
    }

    @Override
    public void close() {
        stop();
    }
}
