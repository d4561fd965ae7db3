package io.perennial.churn.table;

import io.perennial.churn.evaluation.Calibration;
import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.evaluation.Ranking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Repeated stratified cross-validation of all models of a table; rows that repeat each other stay in one fold. */
public final class CrossValidation {

    private static final int FOLDS = 5;
    private static final int BINS = 10;

    private CrossValidation() {}

    /**
     * How one model did.
     *
     * @param auc mean over all folds of all repeats
     * @param expectedCalibrationError of a repeat's pooled predictions in ten bins of equal mass, mean over repeats
     */
    public record Result(String model, double auc, double expectedCalibrationError, List<Predictions> pooled) {}

    /** In the order of {@link TableModels#NAMES}. @throws IllegalArgumentException where a fold would lack a class */
    public static List<Result> run(LabelledTable table, int repeats, long seed) {
        int[] rows = IntStream.range(0, table.rows()).toArray();
        long positives = Arrays.stream(rows).filter(table::outcome).count();
        if (Math.min(positives, rows.length - positives) < 2 * FOLDS) {
            throw new IllegalArgumentException("%d of %d rows are positive: at least %d of either class are needed"
                    .formatted(positives, rows.length, 2 * FOLDS));
        }
        double[] auc = new double[TableModels.NAMES.size()];
        List<List<Predictions>> pooled = new ArrayList<>();
        TableModels.NAMES.forEach(name -> pooled.add(new ArrayList<>()));
        for (int repeat = 0; repeat < repeats; repeat++) {
            long own = seed + repeat;
            int[] folds = Folds.of(rows, table.groups(), table.outcomes(), FOLDS, own);
            double[][] scores = new double[auc.length][rows.length];
            IntStream.range(0, FOLDS).parallel().forEach(fold -> {
                TableModels models = TableModels.fit(table, Folds.select(rows, folds, fold, false), own);
                for (int row : Folds.select(rows, folds, fold, true)) {
                    double[] logOdds = models.logOdds(row);
                    for (int model = 0; model < logOdds.length; model++) {
                        scores[model][row] = logOdds[model];
                    }
                }
            });
            for (int model = 0; model < auc.length; model++) {
                for (int fold = 0; fold < FOLDS; fold++) {
                    int[] tested = Folds.select(rows, folds, fold, true);
                    double[] all = scores[model];
                    double[] some =
                            Arrays.stream(tested).mapToDouble(row -> all[row]).toArray();
                    auc[model] += new Ranking(Rows.predictions(table, tested, some)).auc() / (FOLDS * repeats);
                }
                pooled.get(model).add(Rows.predictions(table, rows, scores[model]));
            }
        }
        return IntStream.range(0, auc.length)
                .mapToObj(model -> new Result(
                        TableModels.NAMES.get(model),
                        auc[model],
                        pooled.get(model).stream()
                                .mapToDouble(all -> Calibration.of(all, BINS).expectedError())
                                .average()
                                .orElseThrow(),
                        pooled.get(model)))
                .toList();
    }
}
