package io.perennial.deploy.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;

/** The file a part writes to; the ones of its last starts are kept beside it. */
public record LogFile(Path path) {

    private static final Pattern FRAME = Pattern.compile("\\s+(at \\S+\\(|\\.\\.\\. \\d+ (more|common frames))");
    private static final int KEPT = 3;
    private static final int TAIL_BYTES = 128 * 1024;

    /** Moves {@code x.log} to {@code x.1.log}, {@code x.1.log} to {@code x.2.log}, and drops the oldest. */
    public void rotate() {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            for (int generation = KEPT - 1; generation >= 0; generation--) {
                var from = generation(generation);
                if (Files.exists(from)) {
                    Files.move(from, generation(generation + 1), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines written, oldest first, without the frames of stack traces; none if there is no such file. */
    public List<String> tail(int lines) {
        try (var in = new RandomAccessFile(path.toFile(), "r")) {
            var from = Math.max(0, in.length() - TAIL_BYTES);
            var bytes = new byte[(int) (in.length() - from)];
            in.seek(from);
            in.readFully(bytes);
            var all = new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !FRAME.matcher(line).lookingAt())
                    .toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException none) {
            return List.of();
        }
    }

    private Path generation(int generation) {
        if (generation == 0) {
            return path;
        }
        var name = path.getFileName().toString().replaceFirst("\\.log$", "");
        return path.resolveSibling(name + "." + generation + ".log");
    }
}
