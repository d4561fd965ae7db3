package io.perennial.deploy.bench.session;

import io.perennial.recommendation.session.SessionIndex.Click;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The peer: cosine of products by the sessions they share, shrunk, as Hidasi et al. 2016 take it for session data.
 *
 * @param shrinkage added to the number of sessions of both
 * @param popular how much the other's number of sessions counts: .5 is the cosine
 * @param earlier what a click counts beside the one after it; 0: the last alone speaks
 */
record ItemKnn(double shrinkage, double popular, double earlier) {

    NextItem.Ranking trained(List<List<Click>> sessions) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Map<String, Integer>> together = new HashMap<>();
        for (var session : sessions) {
            Set<String> products =
                    session.stream().map(Click::productId).collect(Collectors.toCollection(HashSet::new));
            for (var one : products) {
                counts.merge(one, 1, Integer::sum);
                for (var other : products) {
                    if (!one.equals(other)) {
                        together.computeIfAbsent(one, id -> new HashMap<>()).merge(other, 1, Integer::sum);
                    }
                }
            }
        }
        return (clicks, now) -> ranked(clicks, counts, together);
    }

    private List<String> ranked(
            List<String> clicks, Map<String, Integer> counts, Map<String, Map<String, Integer>> together) {
        Map<String, Double> scores = new HashMap<>();
        var weight = 1.0;
        for (var click : clicks.reversed()) {
            if (weight < 1e-3) {
                break;
            }
            var mine = Math.pow(counts.getOrDefault(click, 0) + shrinkage, 1 - popular) * (1 / weight);
            together.getOrDefault(click, Map.of())
                    .forEach((other, count) -> scores.merge(
                            other,
                            count / (mine * Math.pow(counts.getOrDefault(other, 0) + shrinkage, popular)),
                            Double::sum));
            weight *= earlier;
        }
        return scores.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(NextItem.TOP)
                .map(Map.Entry::getKey)
                .toList();
    }
}
