package io.perennial.deploy.bench.serving;

import io.perennial.deploy.bench.report.CannotMeasure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The just-in-time compilers of a JVM: threads of it that take from the cores what answers would. As Linux tells of them. */
record Compilers(long pid) {

    /** USER_HZ, in which /proc counts. */
    private static final double TICKS_A_SECOND = 100;

    /** Of the fields after a thread's name. */
    private static final int USER_TIME = 11;

    private static final int SYSTEM_TIME = 12;

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
        try {
            var stat = Files.readString(thread.resolve("stat"));
            var nameEnds = stat.lastIndexOf(')');
            var name = stat.substring(stat.indexOf('(') + 1, nameEnds);
            if (!name.matches("C[12] Compiler.*")) {
                return 0;
            }
            var fields = stat.substring(nameEnds + 2).split(" ", -1);
            return Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]);
        } catch (IOException ended) {
            return 0;
        }
    }
}
