package io.perennial.deploy.bench.recommendation;

import io.perennial.recommendation.algebra.Kernel;
import io.perennial.recommendation.algebra.SparseMatrix;
import io.perennial.recommendation.blend.Scoring;
import io.perennial.recommendation.factor.AlsModel;
import io.perennial.recommendation.factor.AlsParameters;
import io.perennial.recommendation.factor.AlsScorer;
import io.perennial.recommendation.factor.AlsTrainer;
import io.perennial.recommendation.sequence.Sequences;
import java.util.HashSet;
import java.util.Set;

/** Implicit ALS, for the table: untuned, at parameters that are common in the literature. */
final class Als implements Scoring {

    private static final AlsParameters PARAMETERS = new AlsParameters(64, 10, 0.05, 10, 3, 1);

    private static final Kernel KERNEL = Kernel.best();

    private final ThreadLocal<AlsScorer> scorers;

    private Als(AlsModel model) {
        scorers = ThreadLocal.withInitial(() -> new AlsScorer(model, KERNEL));
    }

    static Als trained(Sequences train) {
        var rows = new SparseMatrix.Builder(train.items());
        for (var shopper = 0; shopper < train.shoppers(); shopper++) {
            fill(rows, train, train.from(shopper), train.to(shopper));
        }
        return new Als(new AlsTrainer(PARAMETERS, KERNEL).train(rows.build()));
    }

    @Override
    public void score(float[] scores, Sequences sequences, int shopper, int to) {
        var row = new SparseMatrix.Builder(sequences.items());
        fill(row, sequences, sequences.from(shopper), to);
        scorers.get().score(row.build(), 0, scores);
    }

    private static void fill(SparseMatrix.Builder rows, Sequences sequences, int from, int to) {
        Set<Integer> seen = new HashSet<>();
        for (var place = from; place < to; place++) {
            if (seen.add(sequences.item(place))) {
                rows.add(sequences.item(place), 1);
            }
        }
        rows.endRow();
    }
}
