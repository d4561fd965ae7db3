package io.perennial.churn.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a training run is told.
 *
 * @param seed of the descent and of the intervals
 * @param solver who finds the weights
 * @param steps of Tribuo's descent in all, at first
 * @param penalties how strongly weights may be held towards 0, in observations: the first, unless another does clearly better on later
 *     shoppers
 * @param balanced whether who left and who stayed weigh the same in the fit; the level is put right afterwards
 * @param minShoppers fewest shoppers to learn from, and to be evaluated on
 * @param minOfEachClass fewest who churned and fewest who stayed, among either
 * @param resamples of the bootstrap intervals
 */
public record TrainingSettings(
        long seed,
        Solver solver,
        long steps,
        List<Double> penalties,
        boolean balanced,
        int minShoppers,
        int minOfEachClass,
        int resamples) {

    /** As shipped. */
    public static final TrainingSettings DEFAULTS = new TrainingSettings(
            20_111_209, Solver.AUTO, 2_000_000, List.of(100.0, 10.0, 30.0, 300.0, 1000.0), false, 200, 40, 200);

    /** As words of a command line. */
    List<String> words() {
        return List.of(
                Long.toString(seed),
                solver.name(),
                Long.toString(steps),
                penalties.stream().map(String::valueOf).collect(Collectors.joining(",")),
                Boolean.toString(balanced),
                Integer.toString(minShoppers),
                Integer.toString(minOfEachClass),
                Integer.toString(resamples));
    }

    static TrainingSettings of(List<String> words) {
        return new TrainingSettings(
                Long.parseLong(words.get(0)),
                Solver.valueOf(words.get(1)),
                Long.parseLong(words.get(2)),
                Arrays.stream(words.get(3).split(",", -1)).map(Double::valueOf).toList(),
                Boolean.parseBoolean(words.get(4)),
                Integer.parseInt(words.get(5)),
                Integer.parseInt(words.get(6)),
                Integer.parseInt(words.get(7)));
    }
}
