package io.perennial.deploy.replay.table;

import java.util.Arrays;

/** Finds the fields of one line by RFC 4180; a quote that does not stand at a field's start is a character like any other. */
final class RowSplitter {

    private final byte delimiter;

    RowSplitter(byte delimiter) {
        this.delimiter = delimiter;
    }

    /** The delimiter a header line speaks for: the most frequent of the usual ones. */
    static byte delimiterOf(byte[] bytes, int from, int to) {
        byte best = ',';
        int most = 0;
        for (byte candidate : new byte[] {',', ';', '\t', '|'}) {
            int count = 0;
            for (int i = from; i < to; i++) {
                count += bytes[i] == candidate ? 1 : 0;
            }
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    /** Fills the row's fields from {@code bytes[from, to)}; false if a quote is still open at the end. */
    boolean split(Row row, byte[] bytes, int from, int to) {
        row.bytes = bytes;
        row.from = from;
        row.to = to;
        row.fields = 0;
        int start = from;
        while (true) {
            int end = start;
            if (start < to && bytes[start] == '"') {
                end = closingQuote(bytes, start + 1, to);
                if (end < 0) {
                    return false;
                }
                add(row, start + 1, end, true);
                while (end < to && bytes[end] != delimiter) {
                    end++;
                }
            } else {
                while (end < to && bytes[end] != delimiter) {
                    end++;
                }
                add(row, start, end, false);
            }
            if (end >= to) {
                return true;
            }
            start = end + 1;
        }
    }

    private static int closingQuote(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '"') {
                if (i + 1 < to && bytes[i + 1] == '"') {
                    i++;
                } else {
                    return i;
                }
            }
        }
        return -1;
    }

    private static void add(Row row, int start, int end, boolean quoted) {
        if (row.fields == row.starts.length) {
            row.starts = Arrays.copyOf(row.starts, row.fields * 2);
            row.ends = Arrays.copyOf(row.ends, row.fields * 2);
            row.quoted = Arrays.copyOf(row.quoted, row.fields * 2);
        }
        row.starts[row.fields] = start;
        row.ends[row.fields] = end;
        row.quoted[row.fields] = quoted;
        row.fields++;
    }
}
