package io.perennial.deploy.spark;

import io.perennial.recommendation.history.SignalWeights;
import io.perennial.recommendation.neighbours.ItemToItemParameters;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * What the job is told; the defaults are the service's own.
 *
 * @param input files of exported lines, whatever Spark can read: a folder, a pattern, {@code s3a://…}
 * @param output where the artefact goes
 * @param longest products of one shopper that count, the heaviest
 * @param blocks of products, each trained in one task
 */
record JobSettings(
        String input, String output, int neighbours, int supportFloor, double shrinkage, int longest, int blocks)
        implements Serializable {

    static final String USAGE = """
            usage: deploy/spark/run --input LINES --output FILE [OPTION…]
              --neighbours N      of a product are kept (100)
              --support-floor N   shoppers two products must have in common (2)
              --shrinkage X       of similarities with few shoppers behind them (10)
              --longest N         products of one shopper that count, the heaviest (200)
              --blocks N          of products, each trained in one task (64)""";

    /** @throws IllegalArgumentException that names the option and what it has to be */
    static JobSettings parse(List<String> words) {
        var settings = new JobSettings("", "", 100, 2, 10, 200, 64);
        for (var i = 0; i < words.size(); i += 2) {
            if (i + 1 == words.size()) {
                throw new IllegalArgumentException(words.get(i) + " needs a value");
            }
            settings = settings.with(words.get(i), words.get(i + 1));
        }
        if (settings.input.isEmpty() || settings.output.isEmpty()) {
            throw new IllegalArgumentException("--input and --output are needed");
        }
        return settings;
    }

    private JobSettings with(String option, String value) {
        return switch (option) {
            case "--input" -> new JobSettings(value, output, neighbours, supportFloor, shrinkage, longest, blocks);
            case "--output" -> new JobSettings(input, value, neighbours, supportFloor, shrinkage, longest, blocks);
            case "--neighbours" ->
                new JobSettings(input, output, positive(option, value), supportFloor, shrinkage, longest, blocks);
            case "--support-floor" ->
                new JobSettings(input, output, neighbours, positive(option, value), shrinkage, longest, blocks);
            case "--shrinkage" ->
                new JobSettings(input, output, neighbours, supportFloor, Double.parseDouble(value), longest, blocks);
            case "--longest" ->
                new JobSettings(input, output, neighbours, supportFloor, shrinkage, positive(option, value), blocks);
            case "--blocks" ->
                new JobSettings(input, output, neighbours, supportFloor, shrinkage, longest, positive(option, value));
            default -> throw new IllegalArgumentException("unknown option " + option);
        };
    }

    ItemToItemParameters parameters() {
        return new ItemToItemParameters(neighbours, supportFloor, shrinkage);
    }

    /** As in the service's {@code perennial.recommendation.model.training}. */
    SignalWeights weights() {
        return new SignalWeights(1, 2, 3, 5, Duration.ofDays(60));
    }

    private static int positive(String option, String value) {
        var number = Integer.parseInt(value);
        if (number < 1) {
            throw new IllegalArgumentException(option + " has to be positive, not " + value);
        }
        return number;
    }
}
