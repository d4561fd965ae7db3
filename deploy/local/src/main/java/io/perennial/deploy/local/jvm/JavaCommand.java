package io.perennial.deploy.local.jvm;

import io.perennial.deploy.local.process.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Java program run on our own JDK and small: a serial collector, compact object headers (JEP 519), few native arenas, and C1
 * alone, since eight JVMs that start at once on two cores would spend two thirds of their start in C2.
 *
 * @param heap as after {@code -Xmx}
 * @param what the class path and the main class, or {@code -jar} and the jar; then its arguments
 */
public record JavaCommand(String heap, List<String> options, List<String> what, Map<String, String> environment) {

    /** An AOT cache is only good for the options it was recorded with. */
    private static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:NewRatio=1",
            "-XX:TieredStopAtLevel=1",
            "-Xss512k",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    public JavaCommand {
        options = List.copyOf(options);
        what = List.copyOf(what);
        environment = Map.copyOf(environment);
    }

    public JavaCommand(String heap, List<String> options, List<String> what) {
        this(heap, options, what, Map.of());
    }

    public Command plain() {
        return with(List.of());
    }

    /** What an AOT cache of this program depends on, besides its class path. */
    String identity() {
        return String.join(" ", Runtime.version().toString(), String.join(" ", SMALL), heap, String.join(" ", options));
    }

    Command with(List<String> more) {
        var line = new ArrayList<String>();
        line.add(program());
        line.add("-Xmx" + heap);
        line.addAll(SMALL);
        line.addAll(more);
        line.addAll(options);
        line.addAll(what);
        var all = new HashMap<>(environment);
        // glibc would otherwise keep an arena of up to 64 MB for each of many threads.
        all.putIfAbsent("MALLOC_ARENA_MAX", "2");
        return new Command(line, all);
    }

    public static String program() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
