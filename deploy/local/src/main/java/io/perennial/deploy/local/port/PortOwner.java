package io.perennial.deploy.local.port;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who listens on a port, as far as the operating system tells us. */
record PortOwner(long pid, String command) {

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final String LISTEN = "0A";
    private static final int SHOWN = 100;

    /** The listener, or nothing where it belongs to another user or the system does not say. */
    static Optional<PortOwner> of(int port) {
        return Files.isDirectory(Path.of("/proc/net")) ? fromProc(port) : fromLsof(port);
    }

    String described() {
        return "pid " + pid + " (" + command + ")";
    }

    private static Optional<PortOwner> fromProc(int port) {
        var sockets = new HashSet<String>();
        sockets.addAll(listening(Path.of("/proc/net/tcp"), port));
        sockets.addAll(listening(Path.of("/proc/net/tcp6"), port));
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process ->
                            NUMBER.matcher(process.getFileName().toString()).matches())
                    .filter(process -> holdsOneOf(process, sockets))
                    .map(process ->
                            new PortOwner(Long.parseLong(process.getFileName().toString()), command(process)))
                    .findFirst();
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    /** {@code socket:[inode]} of every listener on the port; columns as in proc(5). */
    private static Set<String> listening(Path table, int port) {
        var suffix = ":%04X".formatted(port);
        try (var lines = Files.lines(table)) {
            var sockets = new HashSet<String>();
            lines.map(line -> line.strip().split("\\s+"))
                    .filter(column -> column.length > 9 && column[1].endsWith(suffix) && column[3].equals(LISTEN))
                    .forEach(column -> sockets.add("socket:[" + column[9] + "]"));
            return sockets;
        } catch (IOException none) {
            return Set.of();
        }
    }

    private static boolean holdsOneOf(Path process, Set<String> sockets) {
        try (Stream<Path> files = Files.list(process.resolve("fd"))) {
            return files.anyMatch(file -> sockets.contains(target(file)));
        } catch (IOException anotherUsers) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    private static String command(Path process) {
        try {
            var line = Files.readString(process.resolve("cmdline"))
                    .replace('\0', ' ')
                    .strip();
            return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
        } catch (IOException gone) {
            return "?";
        }
    }

    private static Optional<PortOwner> fromLsof(int port) {
        try {
            var process = new ProcessBuilder(List.of("lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-Fpc")).start();
            long pid = 0;
            for (var line : process.inputReader().lines().toList()) {
                if (line.startsWith("p")) {
                    pid = Long.parseLong(line.substring(1));
                } else if (line.startsWith("c") && pid > 0) {
                    return Optional.of(new PortOwner(pid, line.substring(1)));
                }
            }
            return Optional.empty();
        } catch (IOException noLsof) {
            return Optional.empty();
        }
    }
}
