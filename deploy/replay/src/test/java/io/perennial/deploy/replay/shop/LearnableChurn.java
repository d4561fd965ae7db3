package io.perennial.deploy.replay.shop;

import io.perennial.deploy.replay.message.Action;
import io.perennial.deploy.replay.message.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How well an outsider who only sees the events can tell who will not order again: a small logistic regression. */
final class LearnableChurn {

    private static final int FEATURES = 5;

    private final Map<String, List<Message>> byUser = new HashMap<>();

    LearnableChurn(List<Message> messages) {
        for (Message message : messages) {
            String user = message.shopper().userId();
            if (user != null) {
                byUser.computeIfAbsent(user, id -> new ArrayList<>()).add(message);
            }
        }
    }

    /** A customer as they look on a day, and whether they then stayed away. */
    record Example(List<Double> features, boolean churned) {}

    List<Example> examples(Instant asOf, Duration horizon) {
        List<Example> examples = new ArrayList<>();
        for (List<Message> messages : byUser.values()) {
            List<Instant> orders = messages.stream()
                    .filter(m -> m.action() instanceof Action.Ordered)
                    .map(Message::at)
                    .toList();
            List<Instant> past = orders.stream().filter(at -> at.isBefore(asOf)).toList();
            if (!past.isEmpty()) {
                boolean again = orders.stream().anyMatch(at -> !at.isBefore(asOf) && at.isBefore(asOf.plus(horizon)));
                examples.add(new Example(features(messages, past, asOf), !again));
            }
        }
        return examples;
    }

    private static List<Double> features(List<Message> messages, List<Instant> past, Instant asOf) {
        double recency = days(past.getLast(), asOf);
        double gap = (days(past.getFirst(), past.getLast()) + 60) / past.size();
        long recent = messages.stream()
                .filter(m -> m.at().isBefore(asOf) && days(m.at(), asOf) < 30)
                .count();
        double seen = messages.stream()
                .map(Message::at)
                .filter(at -> at.isBefore(asOf))
                .mapToDouble(at -> days(at, asOf))
                .min()
                .orElse(400);
        return List.of(
                Math.log1p(recency),
                Math.log((double) past.size()),
                Math.log1p(recency / gap),
                Math.log1p((double) recent),
                Math.log1p(seen));
    }

    private static double days(Instant from, Instant to) {
        return Duration.between(from, to).toMinutes() / 1440.0;
    }

    static double[] learn(List<Example> examples) {
        double[] weights = new double[FEATURES + 1];
        for (int round = 0; round < 2_000; round++) {
            double[] gradient = new double[FEATURES + 1];
            for (Example example : examples) {
                double error = (example.churned ? 1 : 0) - 1 / (1 + Math.exp(-score(weights, example)));
                gradient[FEATURES] += error;
                for (int i = 0; i < FEATURES; i++) {
                    gradient[i] += error * example.features.get(i);
                }
            }
            for (int i = 0; i <= FEATURES; i++) {
                weights[i] += 0.2 * gradient[i] / examples.size();
            }
        }
        return weights;
    }

    /** The share of pairs of one who left and one who stayed that the scores put in the right order. */
    static double auc(double[] weights, List<Example> examples) {
        List<Example> ranked = examples.stream()
                .sorted(Comparator.comparingDouble(example -> score(weights, example)))
                .toList();
        long stayed = 0;
        double right = 0;
        for (Example example : ranked) {
            if (example.churned) {
                right += stayed;
            } else {
                stayed++;
            }
        }
        return right / stayed / (ranked.size() - stayed);
    }

    private static double score(double[] weights, Example example) {
        double sum = weights[FEATURES];
        for (int i = 0; i < FEATURES; i++) {
            sum += weights[i] * example.features.get(i);
        }
        return sum;
    }
}
