package io.perennial.deploy.bench;

import io.perennial.deploy.bench.report.Figure;
import io.perennial.deploy.bench.report.Progress;
import java.util.List;

/** Something that can be measured by name. */
interface Benchmark {

    /** As on the command line. */
    String name();

    /** What it measures and its options, for a person. */
    String help();

    /**
     * Starts what it needs, measures, and stops what it started.
     *
     * @throws io.perennial.deploy.bench.report.CannotMeasure if there is no figure to be had
     * @throws IllegalArgumentException if the options make no sense
     */
    List<Figure> run(List<String> options, Progress progress);
}
