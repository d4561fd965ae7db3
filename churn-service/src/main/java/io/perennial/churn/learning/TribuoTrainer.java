package io.perennial.churn.learning;

import io.perennial.churn.model.LinearModel;
import io.perennial.churn.model.Standardiser;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
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
 * Logistic regression by Tribuo's stochastic gradient descent with AdaGrad. Tribuo knows no penalty, so it is told the
 * {@link Penalty}'s pseudo-observations. A column of their own lets them leave the intercept alone.
 *
 * @param steps of the descent; twice as many, and again, where the objective is not yet within {@link #CLOSE} of its least
 */
public record TribuoTrainer(long seed, long steps) implements LinearTrainer {

    /** How far from its least the objective may be, in nats a row. */
    public static final double CLOSE = 1e-4;

    private static final Label TRUE = new Label("true");
    private static final Label FALSE = new Label("false");
    private static final LabelFactory LABELS = new LabelFactory();

    private static final double LEARNING_RATE = 0.03;
    private static final double EPSILON = 1e-6;
    private static final int FEWEST_EPOCHS = 20;
    private static final int MOST_EPOCHS = 1_000;
    private static final int MOST_DOUBLINGS = 2;

    @Override
    public String name() {
        return "Tribuo 4.3.2 LinearSGDTrainer, AdaGrad";
    }

    @Override
    public LinearModel train(Sample sample, Standardiser standardiser, Penalty penalty) {
        Objective.requireBothClasses(sample);
        var dataset = dataset(sample, standardiser, penalty);
        int epochs = Math.clamp(steps / dataset.size(), FEWEST_EPOCHS, MOST_EPOCHS);
        LinearModel model = extract(fit(dataset, epochs), standardiser, sample.columns());
        for (int doubling = 0; doubling < MOST_DOUBLINGS; doubling++) {
            if (NewtonTrainer.distance(model, sample, standardiser, penalty) <= CLOSE) {
                return model;
            }
            epochs *= 2;
            model = extract(fit(dataset, epochs), standardiser, sample.columns());
        }
        return model;
    }

    LinearSGDModel fit(MutableDataset<Label> dataset, int epochs) {
        return new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(LEARNING_RATE, EPSILON), epochs, -1, 1, seed)
                .train(dataset);
    }

    /** The sample and the penalty's pseudo-observations as Tribuo takes them. */
    public static MutableDataset<Label> dataset(Sample sample, Standardiser standardiser, Penalty penalty) {
        String[] names = names(sample.columns() + 1);
        List<Example<Label>> examples = new ArrayList<>(sample.size() + 4 * names.length);
        for (int row = 0; row < sample.size(); row++) {
            Example<Label> example = example(names, standardiser.apply(sample.row(row)), sample.outcome(row));
            example.setWeight((float) sample.weight(row));
            examples.add(example);
        }
        addPseudoObservations(examples, names, penalty);
        var provenance = new SimpleDataSourceProvenance("sample", Instant.EPOCH.atOffset(ZoneOffset.UTC), LABELS);
        return new MutableDataset<>(examples, provenance, LABELS);
    }

    /** Of Tribuo's row of weights a class, only their difference matters to the log-odds. */
    public static LinearModel extract(LinearSGDModel model, Standardiser standardiser, int columns) {
        DenseMatrix matrix = model.getWeightsCopy();
        int yes = model.getOutputIDInfo().getID(TRUE);
        int no = model.getOutputIDInfo().getID(FALSE);
        int bias = model.getFeatureIDMap().size();
        String[] names = names(columns);
        double[] weights = new double[columns];
        for (int column = 0; column < columns; column++) {
            int id = model.getFeatureIDMap().getID(names[column]);
            weights[column] = matrix.get(yes, id) - matrix.get(no, id);
        }
        return new LinearModel(standardiser, weights, matrix.get(yes, bias) - matrix.get(no, bias));
    }

    /** A row as Tribuo knows it; the pseudo-observations' column comes last and is 0. */
    static Example<Label> example(String[] names, double[] standard, boolean outcome) {
        return new ArrayExample<>(outcome ? TRUE : FALSE, names, Arrays.copyOf(standard, names.length));
    }

    /** Tribuo numbers features by the order of their names: these keep ours. */
    static String[] names(int columns) {
        String[] names = new String[columns];
        for (int column = 0; column < columns; column++) {
            names[column] = String.format("%06d", column);
        }
        return names;
    }

    private static void addPseudoObservations(List<Example<Label>> examples, String[] names, Penalty penalty) {
        if (penalty.strength() == 0) {
            return;
        }
        for (int column = 0; column < names.length - 1; column++) {
            for (double side : new double[] {Penalty.DISTANCE, -Penalty.DISTANCE}) {
                double[] values = new double[names.length];
                values[column] = side;
                values[names.length - 1] = 1;
                for (boolean outcome : new boolean[] {true, false}) {
                    Example<Label> example = new ArrayExample<>(outcome ? TRUE : FALSE, names, values);
                    example.setWeight((float) penalty.pseudoWeight());
                    examples.add(example);
                }
            }
        }
    }
}
