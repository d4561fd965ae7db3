package io.perennial.deploy.bench.churn;

import io.perennial.deploy.local.Layout;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the evaluation is told.
 *
 * @param data a table of one's own; null: the public ones
 * @param id the column that names rows; null where there is none
 * @param dropped columns that must not be learnt from
 * @param trusted columns that are kept though they predict the label suspiciously well
 * @param wanted repeats of the cross-validation; 0: by the number of rows
 */
record ChurnQualitySettings(
        @Nullable Path data,
        String label,
        @Nullable String id,
        List<String> dropped,
        Set<String> trusted,
        int wanted,
        long seed) {

    static final String HELP = """
            how well churn is foretold: Telco, Online Retail and Online Shoppers, or any table
              --data FILE       a CSV (comma, semicolon, tab or bar; plain or gzip) with a header instead
              --label COLUMN    its column with two values, such as Yes and No
              --id COLUMN       its column that names rows, if any
              --drop A,B,…      columns that were not known in time
              --trust A,B,…     columns to keep though they tell the label suspiciously well
              --repeats N       of the stratified 5-fold cross-validation (default 2; 1 from 20,000 rows on)
              --seed N          of the folds and models (default 1)""";

    private static final int MANY_ROWS = 20_000;

    static ChurnQualitySettings parse(List<String> options) {
        ChurnQualitySettings settings = new ChurnQualitySettings(null, "", null, List.of(), Set.of(), 0, 1);
        for (int i = 0; i < options.size(); i += 2) {
            if (i + 1 == options.size()) {
                throw new IllegalArgumentException(options.get(i) + " needs a value");
            }
            settings = settings.with(options.get(i), options.get(i + 1));
        }
        if (settings.data == null != settings.label.isEmpty()) {
            throw new IllegalArgumentException("--data needs --label COLUMN, and the other way round");
        }
        return settings;
    }

    private ChurnQualitySettings with(String option, String value) {
        return switch (option) {
            case "--data" -> new ChurnQualitySettings(Path.of(value), label, id, dropped, trusted, wanted, seed);
            case "--label" -> new ChurnQualitySettings(data, value, id, dropped, trusted, wanted, seed);
            case "--id" -> new ChurnQualitySettings(data, label, value, dropped, trusted, wanted, seed);
            case "--drop" ->
                new ChurnQualitySettings(data, label, id, List.of(value.split(",", -1)), trusted, wanted, seed);
            case "--trust" ->
                new ChurnQualitySettings(data, label, id, dropped, Set.of(value.split(",", -1)), wanted, seed);
            case "--repeats" ->
                new ChurnQualitySettings(data, label, id, dropped, trusted, Integer.parseInt(value), seed);
            case "--seed" -> new ChurnQualitySettings(data, label, id, dropped, trusted, wanted, Long.parseLong(value));
            default -> throw new IllegalArgumentException("unknown option " + option);
        };
    }

    int repeats(int rows) {
        return wanted > 0 ? wanted : rows >= MANY_ROWS ? 1 : 2;
    }

    /** One of the public files. */
    Path file(String name) {
        return Layout.findCheckout().resolveSibling("shared").resolve("data").resolve(name);
    }
}
