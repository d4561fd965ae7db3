package io.perennial.deploy.bench.serving;

import io.perennial.deploy.bench.report.CannotMeasure;
import io.perennial.deploy.local.process.ProcStat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The just-in-time compilers of a JVM: threads of it that take from the cores what answers would. As Linux tells of them. */
record Compilers(long pid) {

    /** USER_HZ, in which /proc counts. */
    private static final double TICKS_A_SECOND = 100;

    /** Seconds of a core that they have taken so far. */
    double seconds() {
        try (var threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return threads.mapToLong(Compilers::ticks).sum() / TICKS_A_SECOND;
        } catch (IOException e) {
            throw new CannotMeasure("the threads of process " + pid + " cannot be seen: " + e.getMessage(), e);
        }
    }

    /** Of a thread that is a compiler; else, or where it has ended, none. */
    private static long ticks(Path thread) {
        return ProcStat.of(thread)
                .filter(stat -> stat.name().matches("C[12] Compiler.*"))
                .map(stat -> stat.number(ProcStat.USER_TIME) + stat.number(ProcStat.SYSTEM_TIME))
                .orElse(0L);
    }
}
