package io.perennial.churn.table;

import io.perennial.churn.table.Finding.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A table whose columns have types and whose rows have outcomes, and what was found on the way. */
public final class LabelledTable {

    private final List<Column> columns;
    private final boolean[] outcomes;
    private final int[] groups;
    private final List<Finding> findings;

    private LabelledTable(List<Column> columns, boolean[] outcomes, int[] groups, List<Finding> findings) {
        this.columns = columns;
        this.outcomes = outcomes;
        this.groups = groups;
        this.findings = findings;
    }

    /**
     * Types the columns, leaves out what cannot be learnt from, and finds rows that are the same but for the id.
     *
     * @param id null where the rows have none
     * @param trusted columns that are kept though they predict the label suspiciously well
     * @throws IllegalArgumentException where the label is no yes-or-no column or nothing is left to learn from
     */
    public static LabelledTable of(TextTable whole, String label, @Nullable String id, Set<String> trusted) {
        List<Finding> findings = new ArrayList<>();
        TextTable table = labelled(whole, label, findings);
        String[] answers = table.column(label);
        String positive = LabelReader.positive(label, answers);
        boolean[] outcomes = new boolean[answers.length];
        for (int row = 0; row < outcomes.length; row++) {
            outcomes[row] = answers[row].equals(positive);
        }
        TextTable features = table.without(id == null ? List.of(label) : List.of(label, id));
        int[] groups = groups(features.columns(), answers);
        int doubles = groups.length - (int) Arrays.stream(groups).distinct().count();
        if (doubles > 0) {
            findings.add(new Finding(
                    Kind.DUPLICATES,
                    "",
                    doubles + " rows repeat an earlier one but for the id; kept in one fold with it"));
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < features.names().size(); i++) {
            Column column = ColumnReader.read(
                    features.names().get(i), features.columns().get(i), findings);
            if (column != null && !LeakCheck.leaks(column, outcomes, trusted, findings)) {
                columns.add(column);
            }
        }
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("no column is left to learn from: " + findings);
        }
        return new LabelledTable(columns, outcomes, groups, List.copyOf(findings));
    }

    /**
     * A table of quantities, NaN where missing.
     *
     * @param together what rows that must not be parted have in common, e.g. the shopper
     */
    public static LabelledTable ofNumbers(
            List<String> names, List<double[]> rows, List<Boolean> outcomes, List<?> together) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            columns.add(new Column.Numeric(
                    names.get(i), rows.stream().mapToDouble(row -> row[column]).toArray()));
        }
        boolean[] came = new boolean[rows.size()];
        int[] groups = new int[rows.size()];
        Map<Object, Integer> first = new HashMap<>();
        for (int row = 0; row < came.length; row++) {
            came[row] = outcomes.get(row);
            Integer known = first.putIfAbsent(together.get(row), row);
            groups[row] = known == null ? row : known;
        }
        return new LabelledTable(columns, came, groups, List.of());
    }

    private static TextTable labelled(TextTable whole, String label, List<Finding> findings) {
        if (whole.skipped() > 0) {
            findings.add(new Finding(
                    Kind.RAGGED, "", whole.skipped() + " rows have another number of cells than the header; left out"));
        }
        String[] answers = whole.column(label);
        int[] rows = IntStream.range(0, answers.length)
                .filter(row -> !CellParser.missing(answers[row]))
                .toArray();
        if (rows.length == answers.length) {
            return whole;
        }
        findings.add(
                new Finding(Kind.UNLABELLED, label, answers.length - rows.length + " rows have no label; left out"));
        return new TextTable(
                whole.names(),
                whole.columns().stream()
                        .map(texts ->
                                Arrays.stream(rows).mapToObj(row -> texts[row]).toArray(String[]::new))
                        .toList(),
                whole.skipped());
    }

    /** The number of the first row with the same texts and answer. */
    private static int[] groups(List<String[]> columns, String[] answers) {
        Map<List<String>, Integer> first = new HashMap<>();
        int[] groups = new int[answers.length];
        for (int row = 0; row < groups.length; row++) {
            String[] texts = new String[columns.size() + 1];
            for (int i = 0; i < columns.size(); i++) {
                texts[i] = columns.get(i)[row];
            }
            texts[columns.size()] = answers[row];
            Integer known = first.putIfAbsent(Arrays.asList(texts), row);
            groups[row] = known == null ? row : known;
        }
        return groups;
    }

    List<Column> columns() {
        return columns;
    }

    public int rows() {
        return outcomes.length;
    }

    public boolean outcome(int row) {
        return outcomes[row];
    }

    boolean[] outcomes() {
        return outcomes;
    }

    /** Rows of the same group must not be parted. */
    int[] groups() {
        return groups;
    }

    /** Rows that repeat an earlier one but for the id. */
    public int duplicates() {
        return groups.length - (int) Arrays.stream(groups).distinct().count();
    }

    public List<Finding> findings() {
        return findings;
    }
}
