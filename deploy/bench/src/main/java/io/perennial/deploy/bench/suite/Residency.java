package io.perennial.deploy.bench.suite;

import io.perennial.deploy.bench.report.CannotMeasure;
import io.perennial.deploy.bench.report.Figure;
import io.perennial.deploy.bench.report.Progress;
import io.perennial.deploy.local.RunningPart;
import io.perennial.deploy.local.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The proportional set size of every process of the suite: what is shared, e.g. PostgreSQL's buffers, counts once. */
public record Residency(Suite suite, Progress progress) {

    private static final Duration SETTLING = Duration.ofSeconds(60);
    private static final double KIB_IN_MIB = 1024;

    List<Figure> measure() {
        progress.says("Waiting %d s before looking at the memory.".formatted(SETTLING.toSeconds()));
        Waiting.sleep(SETTLING);
        var sum = 0.0;
        for (var part : suite.parts()) {
            var mib = mib(part);
            progress.says("  %-24s %5.0f MiB in %d processes"
                    .formatted(part.name(), mib, part.processes().size()));
            sum += mib;
        }
        return List.of(new Figure("suite_resident_mib", sum));
    }

    /** Of one part. */
    public static double mib(RunningPart part) {
        var processes = part.processes();
        if (processes.isEmpty()) {
            throw new CannotMeasure(part.name() + " does not run");
        }
        return processes.stream().mapToLong(process -> kib(process.pid())).sum() / KIB_IN_MIB;
    }

    private static long kib(long pid) {
        var file = Path.of("/proc", Long.toString(pid), "smaps_rollup");
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (NoSuchFileException ended) {
            return 0;
        } catch (IOException e) {
            throw new CannotMeasure("the memory of process " + pid + " cannot be read: " + e.getMessage(), e);
        }
    }
}
