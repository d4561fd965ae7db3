package io.perennial.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-31T12:34:56Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void theOldFolderIsKeptUnderTheTimeItWasMoved() throws IOException {
        var data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("precious"), "x");
        var aside = new DataFolder(new Layout(folder, data)).moveAside(CLOCK);
        assertThat(data).doesNotExist();
        assertThat(aside).contains(folder.resolve("data-20260131-123456"));
        assertThat(aside.orElseThrow().resolve("precious")).hasContent("x");
    }

    @Test
    void whereNothingIsNothingMoves() {
        assertThat(new DataFolder(new Layout(folder, folder.resolve("data"))).moveAside(CLOCK))
                .isEmpty();
    }
}
