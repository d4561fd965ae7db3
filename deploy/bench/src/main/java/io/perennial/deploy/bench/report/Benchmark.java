package io.perennial.deploy.bench.report;

import java.util.List;

/** Something that can be measured by name. */
public interface Benchmark {

    /** As on the command line. */
    String name();

    /** What it measures and its options, for a person. */
    String help();

    /** What its JVM must be started with; where there is anything, it runs in a child of its own. */
    default List<String> jvmOptions() {
        return List.of();
    }

    /**
     * Starts what it needs, measures, and stops what it started.
     *
     * @throws CannotMeasure if there is no figure to be had
     * @throws IllegalArgumentException if the options make no sense
     */
    List<Figure> run(List<String> options, Progress progress);
}
