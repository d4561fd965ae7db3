package io.perennial.deploy.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Runs small programs to their end. */
public final class Commands {

    private static final int SHOWN = 4000;

    private Commands() {}

    /** Runs it and returns what it said; throws {@link CannotStart} with that if it fails. */
    public static String run(String what, Command command) {
        try {
            var builder = new ProcessBuilder(command.line()).redirectErrorStream(true);
            builder.environment().putAll(command.environment());
            var process = builder.start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var exit = process.waitFor();
            if (exit != 0) {
                var tail = said.substring(Math.max(0, said.length() - SHOWN)).strip();
                throw new CannotStart("%s failed (exit code %d):%n%s".formatted(what, exit, tail));
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(what + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(what + " was interrupted", e);
        }
    }

    /** Whether it can be run at all and ends well. */
    public static boolean works(String... line) {
        try {
            return new ProcessBuilder(line)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
