package io.perennial.churn.table;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table as read: texts, column by column.
 *
 * @param names of the columns, each once
 * @param columns as long as each other
 * @param skipped rows that had another number of cells than the header
 */
public record TextTable(List<String> names, List<String[]> columns, int skipped) {

    public int rows() {
        return columns.isEmpty() ? 0 : columns.getFirst().length;
    }

    /**
     * One column's texts.
     *
     * @throws IllegalArgumentException where there is no such column; it names those that are there
     */
    public String[] column(String name) {
        int at = names.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException(
                    "there is no column " + name + "; there are " + String.join(", ", names));
        }
        return columns.get(at);
    }

    /** Without the columns of these names; one that is not there is refused. */
    public TextTable without(List<String> dropped) {
        dropped.forEach(this::column);
        int[] kept = IntStream.range(0, names.size())
                .filter(i -> !dropped.contains(names.get(i)))
                .toArray();
        return new TextTable(
                Arrays.stream(kept).mapToObj(names::get).toList(),
                Arrays.stream(kept).mapToObj(columns::get).toList(),
                skipped);
    }
}
