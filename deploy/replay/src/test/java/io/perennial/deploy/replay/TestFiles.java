package io.perennial.deploy.replay;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Files for tests: small ones written on the spot, and the real ones where they are at hand. */
public final class TestFiles {

    private TestFiles() {}

    public static Path plain(Path folder, String text) {
        return plain(folder, text, StandardCharsets.UTF_8);
    }

    public static Path plain(Path folder, String text, Charset charset) {
        return write(folder.resolve("plain.csv"), text.getBytes(charset));
    }

    public static Path gzip(Path folder, String text) {
        Path file = folder.resolve("packed");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    public static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of ../shared/data beside the project, or of the folder {@code -Dperennial.data} names; skips the test without it. */
    public static Path real(String name) {
        Path given = Path.of(System.getProperty("perennial.data", "../../../shared/data"));
        Path file = given.resolve(name);
        assumeTrue(
                Files.isReadable(file),
                () -> "skipped: " + file.toAbsolutePath().normalize()
                        + " is not there (-Dperennial.data names the folder)");
        return file;
    }
}
