package io.perennial.common.job;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Another JVM on this one's class path, whose memory returns when it ends. Where there is {@code nice} it gives way to this one;
 * it never outlives its time, nor, where its program calls {@link #endWithParent}, its parent.
 */
public final class ChildJvm {

    private static final String NESTED_JARS = "org.springframework.boot.loader.launch.PropertiesLauncher";
    private static final String NICENESS = "10";
    private static final int ORPHANED = 3;

    private final String heap;
    private final Duration timeout;
    private final List<String> modules;

    /**
     * One that is not running yet.
     *
     * @param heap as in {@code -Xmx}
     * @param modules added where this Java has them
     */
    public ChildJvm(String heap, Duration timeout, String... modules) {
        this.heap = heap;
        this.timeout = timeout;
        this.modules = List.of(modules);
    }

    /**
     * Runs a program to its end. Its standard input ends with this process.
     *
     * @param main need not be public
     * @param log gets all it says
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

    /** For the program of a child: once its standard input has ended, as it does with its parent, it does this and ends at once. */
    public static void endWithParent(Runnable last) {
        Thread.ofPlatform().daemon().name("orphanage").start(() -> {
            awaitEndOfInput();
            try {
                last.run();
            } finally {
                Runtime.getRuntime().halt(ORPHANED);
            }
        });
    }

    private static void awaitEndOfInput() {
        try {
            var _ = System.in.readAllBytes();
        } catch (IOException asGoodAsItsEnd) {
            // nobody is there either way
        }
    }

    private void await(Process process, Path log) throws IOException {
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("its JVM took longer than " + timeout.toSeconds() + " s");
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
            process.destroyForcibly().onExit().join(); // its files may now be deleted
        }
    }

    private List<String> command(Class<?> main, List<String> words) {
        List<String> command = new ArrayList<>(yielding());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(addedModules());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(program(main));
        command.addAll(words);
        return command;
    }

    /** What lets others go first, put before a command; nothing on a system that does not have it. */
    private static List<String> yielding() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(folder -> new File(folder, "nice"))
                .filter(program -> program.isFile() && program.canExecute())
                .findFirst()
                .map(program -> List.of(program.getPath(), "-n", NICENESS))
                .orElse(List.of());
    }

    private List<String> addedModules() {
        List<String> known = modules.stream()
                .filter(module -> ModuleFinder.ofSystem().find(module).isPresent())
                .toList();
        return known.isEmpty() ? List.of() : List.of("--add-modules", String.join(",", known));
    }

    private static List<String> program(Class<?> main) {
        String file = main.getName().replace('.', '/') + ".class";
        return ClassLoader.getSystemResource(file) == null
                ? List.of(
                        "-Dloader.main=" + main.getName(),
                        NESTED_JARS) // this process runs from one jar that holds others
                : List.of(main.getName());
    }
}
