package io.perennial.deploy.bench.suite;

import io.perennial.deploy.bench.report.Figure;
import io.perennial.deploy.bench.report.Progress;
import io.perennial.deploy.bench.report.Quantiles;
import io.perennial.deploy.local.Suite;
import io.perennial.deploy.local.SuiteOptions;
import java.util.ArrayList;
import java.util.List;

/** From nothing running to all five services ready, on a checkout that is built and recorded and a folder that is kept. */
record Readiness(SuiteOptions options, Progress progress) {

    private static final int STARTS = 3;

    List<Figure> measure() {
        var seconds = new ArrayList<Double>();
        for (var i = 1; i <= STARTS; i++) {
            var since = System.nanoTime();
            var suite = Suite.start(options);
            seconds.add((System.nanoTime() - since) / 1e9);
            suite.close();
            progress.says("Start %d of %d: ready after %.1f s".formatted(i, STARTS, seconds.getLast()));
        }
        return List.of(new Figure("suite_ready_seconds", Quantiles.of(seconds).median()));
    }
}
