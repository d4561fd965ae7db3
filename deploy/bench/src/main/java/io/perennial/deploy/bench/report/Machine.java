package io.perennial.deploy.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** What the figures were measured on. */
public final class Machine {

    private static final double KIB_IN_GIB = 1024 * 1024;

    private Machine() {}

    /** One line about this machine, its load by others included. */
    public static String here() {
        return "Machine: %d cores (%s), %s GiB, load %s, %s %s, JDK %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        first("/proc/cpuinfo", "model name"),
                        memory(),
                        load(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("java.runtime.version"));
    }

    private static String memory() {
        var kib = first("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
        return kib.isEmpty() ? "?" : String.format(Locale.ROOT, "%.1f", Long.parseLong(kib) / KIB_IN_GIB);
    }

    private static String load() {
        return lines("/proc/loadavg")
                .findFirst()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .orElse("?");
    }

    private static String first(String file, String key) {
        return lines(file)
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("?");
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file)).stream();
        } catch (IOException notLinux) {
            return Stream.empty();
        }
    }
}
