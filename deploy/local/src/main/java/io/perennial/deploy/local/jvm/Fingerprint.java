package io.perennial.deploy.local.jvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipFile;

/** Short names for the state of files: the same state, the same name. */
public final class Fingerprint {

    private static final int LENGTH = 16;

    private Fingerprint() {}

    /** Of what a jar holds: reads its directory only, and does not mind when it was packed. */
    public static String ofContents(Path jar) {
        try (var zip = new ZipFile(jar.toFile())) {
            var contents = new StringBuilder();
            zip.stream()
                    .forEach(entry -> contents.append(entry.getName())
                            .append(' ')
                            .append(entry.getCrc())
                            .append('\n'));
            return ofText(contents.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + jar, e);
        }
    }

    /** Of files as a JVM tells them apart when it checks an AOT cache: path, size and time. */
    static String ofFiles(List<Path> files, String more) {
        var state = new StringBuilder(more);
        for (var file : files) {
            try {
                state.append('\n')
                        .append(file)
                        .append(' ')
                        .append(Files.size(file))
                        .append(' ')
                        .append(Files.getLastModifiedTime(file).toMillis());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }
        return ofText(state.toString());
    }

    private static String ofText(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
