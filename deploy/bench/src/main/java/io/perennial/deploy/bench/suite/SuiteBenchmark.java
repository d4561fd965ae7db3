package io.perennial.deploy.bench.suite;

import io.perennial.deploy.bench.report.Benchmark;
import io.perennial.deploy.bench.report.CannotMeasure;
import io.perennial.deploy.bench.report.Figure;
import io.perennial.deploy.bench.report.Progress;
import io.perennial.deploy.bench.suite.SuiteSettings.Part;
import io.perennial.deploy.local.Layout;
import io.perennial.deploy.local.Suite;
import io.perennial.deploy.local.SuiteOptions;
import io.perennial.deploy.local.process.CannotStart;
import io.perennial.deploy.local.process.PartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Starts the suite on a data folder of its own and measures it, from its start to its pace. */
public final class SuiteBenchmark implements Benchmark {

    @Override
    public String name() {
        return "suite";
    }

    @Override
    public String help() {
        return SuiteSettings.HELP;
    }

    @Override
    public List<Figure> run(List<String> options, Progress progress) {
        var settings = SuiteSettings.parse(options);
        var data = freshFolder();
        var suite = SuiteOptions.anywhere(data);
        try {
            var figures = new ArrayList<Figure>();
            progress.says("Starting for the first time: programs are unpacked and recorded, databases made.");
            Suite.start(suite.with(progress)).close();
            if (settings.parts().contains(Part.READY)) {
                figures.addAll(new Readiness(suite, progress).measure());
            }
            if (settings.parts().stream().anyMatch(part -> part != Part.READY)) {
                progress.says("Starting for what has to run.");
                try (var running = Suite.start(suite)) {
                    figures.addAll(measure(running, settings, progress));
                }
            }
            delete(data);
            return figures;
        } catch (CannotStart | PartFailure e) {
            throw new CannotMeasure(String.valueOf(e.getMessage()), e);
        }
    }

    private static List<Figure> measure(Suite suite, SuiteSettings settings, Progress progress) {
        var figures = new ArrayList<Figure>();
        var shop = new Shop(suite);
        new DemoShop(shop, progress).fill();
        if (settings.parts().contains(Part.RESIDENT)) {
            figures.addAll(new Residency(suite, progress).measure());
        }
        if (settings.parts().contains(Part.THROUGHPUT)) {
            figures.addAll(new Throughput(shop, settings, progress).measure());
        }
        if (settings.parts().contains(Part.FRESHNESS)) {
            figures.addAll(new Freshness(shop, settings, progress).measure());
        }
        return figures;
    }

    /** Below {@code target}, so that the logs of what failed can be read. */
    private static Path freshFolder() {
        var folder = Layout.findCheckout().resolve("deploy/bench/target/suite");
        delete(folder);
        return folder;
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
