package io.perennial.churn.table;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Delimited text by RFC 4180 and its neighbours: comma, semicolon, tab or bar, as the header shows; quoted cells with doubled
 * quotes and line breaks; gzip or plain; with or without a byte order mark.
 */
public final class CsvReader {

    private static final String DELIMITERS = ",;\t|";

    private final Reader in;
    private int next;
    private int delimiter = ',';

    private CsvReader(Reader in) throws IOException {
        this.in = in;
        this.next = in.read();
    }

    /**
     * Reads a file whose first row names the columns.
     *
     * @throws IllegalArgumentException where it has no header or no rows
     */
    public static TextTable read(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return read(bytes);
        }
    }

    /** As {@link #read(Path)}. */
    public static TextTable read(InputStream bytes) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(bytes, 1 << 16);
        buffered.mark(2);
        boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        InputStream plain = gzip ? new GZIPInputStream(buffered, 1 << 16) : buffered;
        return new CsvReader(new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 16)).table();
    }

    private TextTable table() throws IOException {
        if (next == '\uFEFF') {
            next = in.read();
        }
        List<String> header = header();
        List<Texts> columns = new ArrayList<>();
        header.forEach(name -> columns.add(new Texts()));
        int skipped = 0;
        for (List<String> row = row(); row != null; row = row()) {
            if (row.size() == 1 && row.getFirst().isEmpty() && header.size() > 1) {
                continue; // an empty line
            }
            if (row.size() != header.size()) {
                skipped++;
                continue;
            }
            for (int i = 0; i < row.size(); i++) {
                columns.get(i).add(row.get(i));
            }
        }
        if (columns.getFirst().values.isEmpty()) {
            throw new IllegalArgumentException("the file has a header of %d columns and no rows that fit it (%d do not)"
                    .formatted(header.size(), skipped));
        }
        return new TextTable(
                header,
                columns.stream()
                        .map(column -> column.values.toArray(String[]::new))
                        .toList(),
                skipped);
    }

    /** The delimiter is whatever parts the header into the most names. */
    private List<String> header() throws IOException {
        StringBuilder line = new StringBuilder();
        boolean quoted = false;
        while (next >= 0 && (quoted || (next != '\n' && next != '\r'))) {
            quoted ^= next == '"';
            line.append((char) next);
            next = in.read();
        }
        endOfLine();
        List<String> best = List.of();
        for (int i = 0; i < DELIMITERS.length(); i++) {
            char candidate = DELIMITERS.charAt(i);
            CsvReader parser = new CsvReader(new StringReader(line.toString()));
            parser.delimiter = candidate;
            List<String> names = parser.row();
            if (names != null && names.size() > best.size()) {
                best = names;
                delimiter = candidate;
            }
        }
        if (best.isEmpty()) {
            throw new IllegalArgumentException("the file is empty: its first row has to name the columns");
        }
        return distinct(best);
    }

    private static List<String> distinct(List<String> names) {
        Set<String> taken = new HashSet<>();
        List<String> distinct = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name =
                    names.get(i).isBlank() ? "column " + (i + 1) : names.get(i).strip();
            while (!taken.add(name)) {
                name += "'";
            }
            distinct.add(name);
        }
        return List.copyOf(distinct);
    }

    private @Nullable List<String> row() throws IOException {
        if (next < 0) {
            return null;
        }
        List<String> cells = new ArrayList<>();
        cells.add(cell());
        while (next == delimiter) {
            next = in.read();
            cells.add(cell());
        }
        endOfLine();
        return cells;
    }

    private String cell() throws IOException {
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        while (next >= 0 && (quoted || (next != delimiter && next != '\n' && next != '\r'))) {
            if (next == '"' && (quoted || cell.isEmpty())) {
                next = in.read();
                if (quoted && next == '"') {
                    cell.append('"');
                    next = in.read();
                } else {
                    quoted = !quoted;
                }
            } else {
                cell.append((char) next);
                next = in.read();
            }
        }
        return cell.toString().strip();
    }

    private void endOfLine() throws IOException {
        if (next == '\r') {
            next = in.read();
        }
        if (next == '\n') {
            next = in.read();
        }
    }

    /** A column being read; equal texts are kept once. */
    private static final class Texts {

        private final List<String> values = new ArrayList<>();
        private final Map<String, String> known = new HashMap<>();

        void add(String value) {
            values.add(known.computeIfAbsent(value, text -> text));
        }
    }
}
