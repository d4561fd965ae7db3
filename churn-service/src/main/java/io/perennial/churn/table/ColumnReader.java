package io.perennial.churn.table;

import io.perennial.churn.table.Finding.Kind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Finds out what a column of texts is. */
final class ColumnReader {

    /** A column is of numbers where at least this share of what is there are. */
    private static final double MOSTLY = 0.95;
    /** From so many rows on a column in which every value is another one names rows instead of describing them. */
    private static final int ENOUGH_ROWS = 100;

    private ColumnReader() {}

    /** The column with its type; null where there is nothing to learn from it, which the findings then say. */
    static @Nullable Column read(String name, String[] texts, List<Finding> findings) {
        Map<String, Integer> counts = new HashMap<>();
        for (String text : texts) {
            counts.merge(CellParser.missing(text) ? "" : text, 1, Integer::sum);
        }
        int missing = counts.getOrDefault("", 0);
        int present = texts.length - missing;
        if (present == 0) {
            findings.add(new Finding(Kind.ALL_MISSING, name, "has no value at all; left out"));
            return null;
        }
        if (counts.size() == 1) {
            findings.add(new Finding(Kind.CONSTANT, name, "has one value only; left out"));
            return null;
        }
        int distinct = counts.size() - (missing > 0 ? 1 : 0);
        double[] numbers = parsed(counts, present, texts, CellParser::number, name, findings);
        double[] values = numbers != null ? numbers : parsed(counts, present, texts, CellParser::day, name, findings);
        if (values == null) {
            if (distinct > 0.5 * present && present >= ENOUGH_ROWS) {
                findings.add(new Finding(
                        Kind.IDENTIFIER, name, distinct + " texts in " + present + " rows: it names rows; left out"));
                return null;
            }
            return categorical(name, texts);
        }
        Column.Numeric numeric = new Column.Numeric(name, values);
        if (numbers != null && distinct == texts.length && present >= ENOUGH_ROWS && numeric.integers()) {
            findings.add(new Finding(
                    Kind.IDENTIFIER, name, "is a whole number that no two rows share: it names rows; left out"));
            return null;
        }
        return numeric;
    }

    private static double @Nullable [] parsed(
            Map<String, Integer> counts,
            int present,
            String[] texts,
            ToDoubleFunction<String> parser,
            String name,
            List<Finding> findings) {
        Map<String, Double> parsed = new HashMap<>();
        int understood = 0;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            double value = entry.getKey().isEmpty() ? Double.NaN : parser.applyAsDouble(entry.getKey());
            parsed.put(entry.getKey(), value);
            understood += Double.isNaN(value) ? 0 : entry.getValue();
        }
        if (understood < MOSTLY * present) {
            return null;
        }
        if (understood < present) {
            findings.add(new Finding(
                    Kind.MIXED_TYPE,
                    name,
                    present - understood + " values are no finite numbers in a column of numbers; taken as missing"));
        }
        return Arrays.stream(texts)
                .mapToDouble(text -> parsed.getOrDefault(CellParser.missing(text) ? "" : text, Double.NaN))
                .toArray();
    }

    private static Column categorical(String name, String[] texts) {
        TreeSet<String> sorted = new TreeSet<>();
        for (String text : texts) {
            sorted.add(CellParser.missing(text) ? "" : text);
        }
        List<String> levels = List.copyOf(sorted);
        Map<String, Integer> numbers = new HashMap<>();
        levels.forEach(level -> numbers.put(level, numbers.size()));
        int[] codes = new int[texts.length];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = numbers.getOrDefault(CellParser.missing(texts[row]) ? "" : texts[row], 0);
        }
        return new Column.Categorical(name, codes, levels);
    }
}
