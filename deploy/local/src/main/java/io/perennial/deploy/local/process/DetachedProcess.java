package io.perennial.deploy.local.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts programs in a session of their own: neither Ctrl-C at our terminal nor our end reaches them. */
final class DetachedProcess {

    private static final File NOTHING = new File("/dev/null");

    private DetachedProcess() {}

    static Process start(Command command, LogFile log) {
        var line = new ArrayList<>(ownSession());
        line.addAll(command.line());
        var builder = new ProcessBuilder(line)
                .redirectInput(NOTHING)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()));
        // A newcomer's own JVM settings are for his programs, and would switch off our AOT caches.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "CLASSPATH"));
        builder.environment().putAll(command.environment());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command.line().getFirst(), e);
        }
    }

    /** Both replace themselves by the program, so that the pid stays. */
    private static List<String> ownSession() {
        for (var directory : List.of("/usr/bin", "/bin")) {
            if (Files.isExecutable(Path.of(directory, "setsid"))) {
                return List.of(directory + "/setsid");
            }
        }
        return Files.isExecutable(Path.of("/usr/bin/perl"))
                ? List.of("/usr/bin/perl", "-e", "use POSIX; POSIX::setsid(); exec @ARGV or die $!;")
                : List.of();
    }
}
