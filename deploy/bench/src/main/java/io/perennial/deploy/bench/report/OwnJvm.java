package io.perennial.deploy.bench.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A benchmark that wants its JVM started in its own way: the same command again, in a child. */
public final class OwnJvm {

    /** Set in the child, so that it does not have one itself. */
    private static final String CHILD = "perennial.bench.child";

    private OwnJvm() {}

    public static boolean needed(Benchmark benchmark) {
        return !benchmark.jvmOptions().isEmpty() && !Boolean.getBoolean(CHILD);
    }

    /** The exit status of main run with these words in a child that writes where this process does, and ends with it. */
    public static int run(Benchmark benchmark, Class<?> main, List<String> words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(benchmark.jvmOptions());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-D" + CHILD + "=true");
        for (var property : List.of("perennial.checkout", "org.slf4j.simpleLogger.defaultLogLevel")) {
            command.add("-D" + property + "=" + System.getProperty(property, ""));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(words);
        try {
            var child = new ProcessBuilder(command).inheritIO().start();
            Runtime.getRuntime().addShutdownHook(new Thread(child::destroy));
            return child.waitFor();
        } catch (IOException e) {
            throw new CannotMeasure("cannot start a JVM: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotMeasure("interrupted while waiting", e);
        }
    }
}
