package io.perennial.deploy.bench.peers;

import io.perennial.recommendation.algebra.Kernel;
import io.perennial.recommendation.factor.AlsParameters;
import io.perennial.recommendation.factor.AlsTrainer;
import java.nio.file.Path;

/** Our ALS, the file read before the clock starts. */
final class OurAls {

    static final int STEPS = 3;
    private static final int WARM_ITERATIONS = 2;

    private OurAls() {}

    /** File, shoppers, products, rank, iterations, ridge, alpha. */
    public static void main(String... words) {
        var cells = Feedback.read(Path.of(words[0]), Integer.parseInt(words[1]), Integer.parseInt(words[2]))
                .matrix();
        trainer(words, WARM_ITERATIONS).train(cells);
        Clocked.print(() -> trainer(words, Integer.parseInt(words[4])).train(cells));
    }

    private static AlsTrainer trainer(String[] words, int iterations) {
        var parameters = new AlsParameters(
                Integer.parseInt(words[3]),
                iterations,
                Double.parseDouble(words[5]),
                Double.parseDouble(words[6]),
                STEPS,
                1);
        return new AlsTrainer(parameters, Kernel.best());
    }
}
