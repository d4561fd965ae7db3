package io.perennial.deploy.bench.peers;

import io.perennial.deploy.bench.report.CannotMeasure;
import io.perennial.deploy.local.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One of two contestants: a program in a JVM of its own, that prints its seconds and its peak memory. */
final class OwnProgram {

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int LAST_LINES = 15;
    private static final double KIB_IN_MIB = 1024;

    /** What Spark's own launcher opens of the JDK. */
    private static final List<String> OPENED = Stream.of(
                    "java.lang",
                    "java.lang.invoke",
                    "java.lang.reflect",
                    "java.io",
                    "java.net",
                    "java.nio",
                    "java.util",
                    "java.util.concurrent",
                    "java.util.concurrent.atomic",
                    "jdk.internal.ref",
                    "sun.nio.ch",
                    "sun.nio.cs",
                    "sun.util.calendar")
            .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
            .toList();

    /** What it measured of itself. */
    record Outcome(double seconds, double peakMib) {}

    private final String classPath;
    private final List<String> options;

    private OwnProgram(String classPath, List<String> options) {
        this.classPath = classPath;
        this.options = options;
    }

    /** On this benchmark's class path. */
    static OwnProgram ours() {
        return new OwnProgram(System.getProperty("java.class.path"), List.of("-XX:+UseParallelGC"));
    }

    /** On the peers' class path. @throws CannotMeasure if it was not built */
    static OwnProgram peers() {
        var target = Layout.findCheckout().resolve("deploy/bench/peers/target");
        try {
            var libraries = Files.readString(target.resolve("classpath")).strip();
            return new OwnProgram(target.resolve("classes") + System.getProperty("path.separator") + libraries, OPENED);
        } catch (IOException e) {
            throw new CannotMeasure("the peers are not built: mvn -Ppeers package -pl deploy/bench/peers", e);
        }
    }

    /**
     * Runs a class to its end.
     *
     * @param heap as {@code -Xmx} takes it
     * @throws CannotMeasure if it failed, with the end of what it complained of
     */
    Outcome run(String heap, String main, Object... words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(
                List.of("-Xmx" + heap, "--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-cp", classPath, main));
        Stream.of(words).map(Object::toString).forEach(command::add);
        try {
            var output = Files.createTempFile("perennial-peer", ".out");
            var complaints = Files.createTempFile("perennial-peer", ".err");
            try {
                var child = new ProcessBuilder(command)
                        .redirectOutput(output.toFile())
                        .redirectError(complaints.toFile())
                        .start();
                var end = new Thread(child::destroyForcibly);
                Runtime.getRuntime().addShutdownHook(end);
                var ended = child.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                child.destroyForcibly();
                Runtime.getRuntime().removeShutdownHook(end);
                if (!ended || child.exitValue() != 0) {
                    var lines = Files.readAllLines(complaints);
                    throw new CannotMeasure(main
                            + (ended ? " failed:\n" : " took more than " + PATIENCE + "\n")
                            + String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size())));
                }
                return outcome(main, Files.readAllLines(output));
            } finally {
                Files.delete(output);
                Files.delete(complaints);
            }
        } catch (IOException e) {
            throw new CannotMeasure("cannot run " + main + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotMeasure("interrupted while waiting", e);
        }
    }

    private static Outcome outcome(String main, List<String> lines) {
        return new Outcome(value(main, lines, "seconds="), value(main, lines, "peak_kib=") / KIB_IN_MIB);
    }

    private static double value(String main, List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .filter(value -> value > 0)
                .findFirst()
                .orElseThrow(() -> new CannotMeasure(main + " did not say " + name));
    }
}
