package io.perennial.deploy.bench.serving;

import io.perennial.deploy.bench.load.LoadGenerator;
import io.perennial.deploy.bench.load.LoadPlan;
import io.perennial.deploy.bench.load.LoadResult;
import io.perennial.deploy.bench.report.CannotMeasure;
import io.perennial.deploy.bench.report.Progress;
import io.perennial.deploy.bench.suite.Shop;
import io.perennial.deploy.local.Layout;
import io.perennial.deploy.local.Suite;
import io.perennial.deploy.local.SuiteOptions;
import io.perennial.deploy.local.process.Patience;
import io.perennial.deploy.local.service.Service;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** One service as its image runs it, with both compilers and huge pages, and nothing beside it but PostgreSQL, Kafka and who asks. */
record ServiceAlone(Service service, Suite suite, List<String> java, ServingSettings settings, Progress progress)
        implements AutoCloseable {

    /** As a shop with a million shoppers would give it; the laptop's 128 would measure the disk. */
    private static final int DATABASE_MIB = 2_048;

    private static final Duration FOLDING = Duration.ofMinutes(30);

    /** A service is warm when it has answered so often and its compilers have little left to do: until then they want the cores too. */
    private static final int WARMING = 300_000;

    /** Of a core. */
    private static final double COMPILING = 0.03;

    private static final Duration LONGEST_WARMING = Duration.ofMinutes(10);
    private static final Duration WARMING_STEP = Duration.ofSeconds(10);

    /** Starts it on a data folder of its own; {@code heap} as in {@code -Xmx}; with more environment variables. */
    static ServiceAlone start(
            Service service,
            String heap,
            Map<String, String> environment,
            ServingSettings settings,
            Progress progress) {
        var data = Path.of("deploy/bench/target/%s-serving-%d".formatted(service.role(), System.nanoTime()));
        var java = List.of("-XX:TieredStopAtLevel=4", "-XX:+UseTransparentHugePages", "-Xmx" + heap);
        var options = SuiteOptions.anywhere(Layout.findCheckout().resolve(data))
                .only(Set.of(service))
                .withoutAot()
                .withDatabaseMib(DATABASE_MIB)
                .withJava(java.toArray(String[]::new))
                .with(progress);
        for (var variable : environment.entrySet()) {
            options = options.with(service.module(), variable.getKey(), variable.getValue());
        }
        return new ServiceAlone(service, Suite.start(options), java, settings, progress);
    }

    /** Waits until the service has folded what was written to its topics. */
    void awaitCaughtUp() {
        if (!suite.awaitCaughtUp(FOLDING, left -> {})) {
            throw new CannotMeasure(
                    service.module() + " has not read its topics within " + FOLDING.toMinutes() + " minutes");
        }
    }

    /** Asks it as fast as it answers. */
    LoadResult ask(String what, Function<Random, String> path) {
        var pid = suite.part(service.module()).pid();
        return ask(what, suite.url(service), new Compilers(pid.orElseThrow()), path);
    }

    /** The same for a time of its own, warm as it is. */
    LoadResult askFor(Duration window, Function<Random, String> path) {
        return LoadGenerator.run(plan(suite.url(service), path).lasting(window));
    }

    /** The peer: what one indexed query costs a plain Boot application here, while the service has nothing to do. */
    LoadResult askPlainBoot() {
        var plain = new PlainBoot(suite, service, java, settings.shoppers());
        var process = plain.start();
        try {
            return ask(
                    "answers of a plain Boot application with one indexed query",
                    plain.url(),
                    new Compilers(process.pid().orElseThrow()),
                    random -> PlainBoot.path(random.nextInt(settings.shoppers())));
        } finally {
            process.stop();
        }
    }

    private LoadResult ask(String what, URI server, Compilers compilers, Function<Random, String> path) {
        var plan = plan(server, path);
        warm(plan, compilers);
        return said(what, LoadGenerator.run(plan));
    }

    private LoadPlan plan(URI server, Function<Random, String> path) {
        var headers = Map.of("Authorization", Shop.API_KEY, "Accept", "application/json");
        return new LoadPlan(server, headers, settings.connections(), settings.window(), path);
    }

    private void warm(LoadPlan plan, Compilers compilers) {
        var step = plan.lasting(WARMING_STEP);
        var patience = new Patience(LONGEST_WARMING);
        long answered = 0;
        var compiling = 1.0;
        while ((answered < WARMING || compiling > COMPILING) && !patience.isOver()) {
            var before = compilers.seconds();
            answered += LoadGenerator.run(step).answered();
            compiling = (compilers.seconds() - before) / WARMING_STEP.toSeconds();
        }
        var warm = answered >= WARMING && compiling <= COMPILING;
        progress.says("%s after %,d answers; the compilers take %.0f %% of a core."
                .formatted(warm ? "Warm" : "Not at its best yet", answered, 100 * compiling));
    }

    private LoadResult said(String what, LoadResult result) {
        progress.says("%s: %,.0f a second, half within %.1f ms, 99 of 100 within %.1f ms, %d failed"
                .formatted(
                        what,
                        result.perSecond(),
                        result.millisecondsAt(50),
                        result.millisecondsAt(99),
                        result.failed()));
        return result;
    }

    @Override
    public void close() {
        suite.close();
    }
}
