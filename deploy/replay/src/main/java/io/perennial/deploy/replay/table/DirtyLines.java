package io.perennial.deploy.replay.table;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every line that was skipped: counted by reason here, and all of them with their text in a file. */
public final class DirtyLines implements Closeable {

    private static final int SHOWN = 20;

    private final @Nullable Path file;
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private @Nullable BufferedWriter writer;

    private DirtyLines(@Nullable Path file) {
        this.file = file;
    }

    /** Writes the complete list to {@code file}, replacing what an earlier run left there. */
    public static DirtyLines into(Path file) throws IOException {
        Files.deleteIfExists(file);
        return new DirtyLines(file);
    }

    /** For passes that look at a file which is going to be read again. */
    public static DirtyLines unheard() {
        return new DirtyLines(null);
    }

    /** Reports one line; {@code reason} names the kind of dirt, so that equal ones can be counted together. */
    public void report(long line, String reason, String text) {
        tallies.computeIfAbsent(reason, key -> new Tally()).add(line);
        if (file != null) {
            write(file, line + "\t" + reason + "\t" + text.replaceAll("[\r\n]+", " "));
        }
    }

    /** What was reported, in the order of its first appearance. */
    public List<Reason> reasons() {
        return tallies.entrySet().stream()
                .map(entry -> new Reason(entry.getKey(), entry.getValue().count, List.copyOf(entry.getValue().first)))
                .toList();
    }

    private void write(Path target, String text) {
        try {
            if (writer == null) {
                if (target.getParent() != null) {
                    Files.createDirectories(target.getParent());
                }
                writer = Files.newBufferedWriter(target);
                writer.write("line\treason\ttext\n");
            }
            writer.write(text);
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the dirty lines to " + target, e);
        }
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }

    /** One kind of dirt: how many lines, and the numbers of the first of them. */
    public record Reason(String reason, long count, List<Long> firstLines) {}

    /** What is counted for a reason while reading. */
    private static final class Tally {

        private final List<Long> first = new ArrayList<>();
        private long count;

        private void add(long line) {
            count++;
            if (count <= SHOWN) {
                first.add(line);
            }
        }
    }
}
