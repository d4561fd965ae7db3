package io.perennial.churn.training;

import io.perennial.churn.learning.LinearTrainer;
import io.perennial.churn.learning.NewtonTrainer;
import io.perennial.churn.learning.TribuoTrainer;

/** Who finds the weights; all find the same. */
public enum Solver {
    /** Tribuo up to {@link #TRIBUO_ROWS} rows, Newton above. */
    AUTO,
    /** As {@link TribuoTrainer}. */
    TRIBUO,
    /** As {@link NewtonTrainer}. */
    NEWTON;

    static final int TRIBUO_ROWS = 200_000;

    LinearTrainer trainer(int rows, TrainingSettings settings) {
        boolean newton = switch (this) {
            case AUTO -> rows > TRIBUO_ROWS;
            case TRIBUO -> false;
            case NEWTON -> true;
        };
        return newton ? new NewtonTrainer() : new TribuoTrainer(settings.seed(), settings.steps());
    }
}
