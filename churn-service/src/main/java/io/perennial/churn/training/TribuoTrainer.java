package io.perennial.churn.training;

import io.perennial.churn.model.LinearModel;
import io.perennial.churn.model.Standardiser;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Logistic regression by Tribuo's stochastic gradient descent with AdaGrad. Tribuo knows no penalty, so the weights are held
 * by pseudo-observations (Greenland 2007, "Prior data for non-normal priors"): for each column a shopper far out on either
 * side who churned as much as stayed, together weighing like a ridge penalty.
 */
final class TribuoTrainer {

    static final Label CHURNED = new Label("churned");
    static final Label STAYED = new Label("stayed");

    private static final LabelFactory LABELS = new LabelFactory();
    /** How far out the pseudo-observations are, in standard deviations. */
    private static final double DISTANCE = 3;

    private static final double LEARNING_RATE = 0.1;
    private static final double EPSILON = 1e-6;
    private static final int FEWEST_EPOCHS = 20;
    private static final int MOST_EPOCHS = 1_000;

    private TribuoTrainer() {}

    /** Trains on rows that hold both classes; the same rows in the same order and the same seed give the same model. */
    static LinearModel train(List<LabelledShopper> rows, TrainingSettings settings) {
        int columns = rows.getFirst().columns().length;
        Standardiser standardiser =
                Standardiser.fit(rows.stream().map(LabelledShopper::columns).toList(), columns);
        return extract(fit(rows, standardiser, settings), standardiser, columns);
    }

    static LinearSGDModel fit(List<LabelledShopper> rows, Standardiser standardiser, TrainingSettings settings) {
        String[] names = names(rows.getFirst().columns().length);
        List<Example<Label>> examples = new ArrayList<>(rows.size() + 4 * names.length);
        for (LabelledShopper row : rows) {
            examples.add(example(names, standardiser.apply(row.columns()), row.churned()));
        }
        addPrior(examples, names, settings.prior());
        var provenance = new SimpleDataSourceProvenance("shoppers", Instant.EPOCH.atOffset(ZoneOffset.UTC), LABELS);
        int epochs = Math.clamp(settings.steps() / examples.size(), FEWEST_EPOCHS, MOST_EPOCHS);
        return new LinearSGDTrainer(
                        new LogMulticlass(), new AdaGrad(LEARNING_RATE, EPSILON), epochs, -1, 1, settings.seed())
                .train(new MutableDataset<>(examples, provenance, LABELS));
    }

    /** Of Tribuo's row of weights a class, only their difference matters to the log-odds. */
    static LinearModel extract(LinearSGDModel model, Standardiser standardiser, int columns) {
        DenseMatrix matrix = model.getWeightsCopy();
        int churned = model.getOutputIDInfo().getID(CHURNED);
        int stayed = model.getOutputIDInfo().getID(STAYED);
        String[] names = names(columns);
        double[] weights = new double[columns];
        for (int column = 0; column < columns; column++) {
            int id = model.getFeatureIDMap().getID(names[column]);
            weights[column] = matrix.get(churned, id) - matrix.get(stayed, id);
        }
        return new LinearModel(standardiser, weights, matrix.get(churned, columns) - matrix.get(stayed, columns));
    }

    static Example<Label> example(String[] names, double[] standard, boolean churned) {
        return new ArrayExample<>(churned ? CHURNED : STAYED, names, standard);
    }

    /** Tribuo numbers features by the order of their names: these keep ours. */
    static String[] names(int columns) {
        String[] names = new String[columns];
        for (int column = 0; column < columns; column++) {
            names[column] = String.format("%04d", column);
        }
        return names;
    }

    private static void addPrior(List<Example<Label>> examples, String[] names, double prior) {
        if (prior <= 0) {
            return;
        }
        float weight = (float) (prior / (DISTANCE * DISTANCE));
        for (int column = 0; column < names.length; column++) {
            for (double side : new double[] {DISTANCE, -DISTANCE}) {
                double[] values = new double[names.length];
                values[column] = side;
                for (boolean churned : new boolean[] {true, false}) {
                    Example<Label> example = example(names, values, churned);
                    example.setWeight(weight);
                    examples.add(example);
                }
            }
        }
    }
}
