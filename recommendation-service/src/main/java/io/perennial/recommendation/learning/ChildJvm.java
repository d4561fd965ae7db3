package io.perennial.recommendation.learning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another JVM on this one's class path, whose memory returns when it ends; it never outlives its time or its parent. */
public final class ChildJvm {

    private static final String VECTORS = "jdk.incubator.vector";
    private static final String NESTED_JARS = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private final String heap;
    private final Duration timeout;

    /** @param heap as in {@code -Xmx} */
    public ChildJvm(String heap, Duration timeout) {
        this.heap = heap;
        this.timeout = timeout;
    }

    /**
     * Runs a program to its end. Its standard input ends with this process.
     *
     * @throws IllegalStateException where it fails, is killed or takes too long; names what it said last
     */
    public void run(Class<?> main, List<String> words, Path log) {
        try {
            ProcessBuilder child = new ProcessBuilder(command(main, words))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            child.environment().remove("JDK_JAVA_OPTIONS"); // the service's own heap and collector
            await(child.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run a JVM", e);
        }
    }

    private void await(Process process, Path log) throws IOException {
        try {
            if (!process.waitFor(timeout.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("it took longer than " + timeout.toMinutes() + " minutes");
            }
            if (process.exitValue() != 0) {
                List<String> said = Files.readAllLines(log);
                throw new IllegalStateException("its JVM ended with status %d; it said last: %s"
                        .formatted(process.exitValue(), said.isEmpty() ? "nothing" : said.getLast()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the service stops", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> command(Class<?> main, List<String> words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError"));
        if (ModuleFinder.ofSystem().find(VECTORS).isPresent()) {
            command.addAll(List.of("--add-modules", VECTORS));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        if (ClassLoader.getSystemResource(main.getName().replace('.', '/') + ".class") == null) {
            // This process was started from one jar that holds others.
            command.addAll(List.of("-Dloader.main=" + main.getName(), NESTED_JARS));
        } else {
            command.add(main.getName());
        }
        command.addAll(words);
        return command;
    }
}
