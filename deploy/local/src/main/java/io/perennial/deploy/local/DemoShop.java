package io.perennial.deploy.local;

import io.perennial.deploy.local.jvm.JavaCommand;
import io.perennial.deploy.local.service.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Fills a new suite with a year of simulated shoppers, sent over HTTP as a shop would. */
final class DemoShop {

    /** How a data folder stands to the demo shop. */
    enum State {
        /** Nobody has decided yet. */
        UNDECIDED,
        /** It was begun and not finished. */
        BEGUN,
        FILLED,
        /** It was asked for without. */
        UNWANTED
    }

    private final Layout layout;
    private final Path file;

    DemoShop(Layout layout) {
        this.layout = layout;
        this.file = layout.data().resolve("demo");
    }

    State state() {
        try {
            return Files.exists(file) ? State.valueOf(Files.readString(file).strip()) : State.UNDECIDED;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remember(State state) {
        try {
            Files.writeString(file, state + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the replay, which shows its own progress; says whether it sent everything. */
    boolean fill(Suite suite) {
        remember(State.BEGUN);
        var command = List.of(
                JavaCommand.program(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-jar",
                layout.jar("deploy/replay").toString(),
                "simulated",
                "--end-now",
                "--url",
                suite.url(Service.INGEST).toString(),
                "--key",
                "demo-write-key");
        try {
            var process = new ProcessBuilder(command).inheritIO().start();
            var stop = new Thread(process::destroyForcibly, "stop-replay");
            Runtime.getRuntime().addShutdownHook(stop);
            var sent = process.waitFor() == 0;
            Runtime.getRuntime().removeShutdownHook(stop);
            if (sent) {
                remember(State.FILLED);
            }
            return sent;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run the replay", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
