package io.perennial.deploy.replay.table;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A delimited text file with a header line, read once from its start to its end; what is no record of it is reported and skipped. */
public final class Table implements Closeable {

    /** A quoted field may hold line ends, but a quote nobody closed must not swallow the rest of the file. */
    private static final int LINES_IN_A_RECORD = 20;

    private final Path path;
    private final SourceFile file;
    private final LineReader lines;
    private final DirtyLines dirty;
    private final RowSplitter splitter;
    private final List<String> header;
    private final Row row = new Row();

    private Table(Path path, SourceFile file, DirtyLines dirty) throws IOException {
        this.path = path;
        this.file = file;
        this.lines = new LineReader(file);
        this.dirty = dirty;
        if (!lines.next()) {
            throw new IOException(path + " is empty");
        }
        this.splitter = new RowSplitter(RowSplitter.delimiterOf(lines.bytes, lines.from, lines.to));
        splitter.split(row, lines.bytes, lines.from, lines.to);
        this.header = new ArrayList<>();
        for (int i = 0; i < row.fields; i++) {
            header.add(row.text(i));
        }
    }

    /** Opens a plain or gzip file whose first line names its columns. */
    public static Table open(Path path, DirtyLines dirty) throws IOException {
        SourceFile file = SourceFile.open(path);
        try {
            return new Table(path, file, dirty);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** The position of the column that bears one of these names, whatever their case and punctuation. */
    public int column(String... names) throws IOException {
        int position = columnIfAny(names);
        if (position < 0) {
            throw new IOException(path + " has no column " + names[0] + "; its first line reads " + header);
        }
        return position;
    }

    /** As {@link #column}, but −1 where there is none. */
    public int columnIfAny(String... names) {
        List<String> wanted = Arrays.stream(names).map(Table::letters).toList();
        for (int i = 0; i < header.size(); i++) {
            if (wanted.contains(letters(header.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** The next record that has as many fields as the header, the same object each time; null at the end. */
    public @Nullable Row next() throws IOException {
        while (lines.next()) {
            row.line = lines.number;
            boolean last = !lines.terminated;
            if (lines.tooLong) {
                report("longer than " + LineReader.LONGEST + " bytes", lines.bytes, lines.from, lines.from + 200);
            } else if (lines.from == lines.to) {
                report("empty line", lines.bytes, lines.from, lines.to);
            } else if (!splitter.split(row, lines.bytes, lines.from, lines.to) && !closeQuote()) {
                report(
                        last ? "the last line is cut off" : "a quote is opened and never closed",
                        row.bytes,
                        row.from,
                        row.to);
            } else if (row.fields == header.size()) {
                return row;
            } else if (last && row.fields < header.size()) {
                report("the last line is cut off", row.bytes, row.from, row.to);
            } else {
                report(row.fields + " fields where the header has " + header.size(), row.bytes, row.from, row.to);
            }
        }
        if (lines.broken() != null) {
            dirty.report(lines.number, lines.broken(), "what follows this line could not be read");
        }
        return null;
    }

    /** Joins lines until the open quote is closed; otherwise leaves the first line in the row and gives the others back. */
    private boolean closeQuote() throws IOException {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(row.bytes, row.from, row.to - row.from);
        byte[] first = joined.toByteArray();
        List<byte[]> taken = new ArrayList<>();
        while (taken.size() < LINES_IN_A_RECORD && lines.next()) {
            byte[] more = Arrays.copyOfRange(lines.bytes, lines.from, lines.to);
            taken.add(more);
            joined.write('\n');
            joined.writeBytes(more);
            byte[] record = joined.toByteArray();
            if (splitter.split(row, record, 0, record.length) && row.fields == header.size()) {
                return true;
            }
        }
        lines.giveBack(taken);
        splitter.split(row, first, 0, first.length);
        return false;
    }

    private void report(String reason, byte[] bytes, int from, int to) {
        dirty.report(row.line, reason, Row.decode(bytes, from, to));
    }

    /** How much of the file is read, between 0 and 1. */
    public double progress() {
        return file.progress();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
