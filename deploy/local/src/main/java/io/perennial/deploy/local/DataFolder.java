package io.perennial.deploy.local;

import io.perennial.deploy.local.process.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The folder that holds all a suite knows; whole only while nobody works on it. */
final class DataFolder {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Layout layout;

    DataFolder(Layout layout) {
        this.layout = layout;
    }

    /** Moves it to {@code data-<time>} beside it; says where, if there was one. */
    Optional<Path> moveAside(Clock clock) {
        if (!SuiteState.alive(layout).isEmpty()) {
            throw new CannotStart("the suite runs on " + layout.data() + ": stop it first with deploy/local/down");
        }
        var data = layout.data();
        if (!Files.exists(data)) {
            return Optional.empty();
        }
        var aside = data.resolveSibling(
                data.getFileName() + "-" + LocalDateTime.now(clock).format(STAMP));
        try {
            Files.move(data, aside);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot move " + data + " to " + aside, e);
        }
        return Optional.of(aside);
    }
}
