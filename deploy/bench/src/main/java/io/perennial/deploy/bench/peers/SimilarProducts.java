package io.perennial.deploy.bench.peers;

import io.perennial.deploy.bench.report.CannotMeasure;
import io.perennial.recommendation.sparse.Ranked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** By product its most similar ones, and how similar they are. */
record SimilarProducts(Map<Integer, Map<Integer, Double>> byProduct) {

    /** Similarities that differ by less are one: one side computes in single precision. */
    private static final double TIE = 1e-6;

    static SimilarProducts of(Ranked[] lists) {
        Map<Integer, Map<Integer, Double>> byProduct = new HashMap<>();
        for (var product = 0; product < lists.length; product++) {
            Map<Integer, Double> list = new LinkedHashMap<>();
            for (var i = 0; i < lists[product].keys().length; i++) {
                list.put(lists[product].keys()[i], (double) lists[product].scores()[i]);
            }
            byProduct.put(product, list);
        }
        return new SimilarProducts(byProduct);
    }

    void write(Path file) {
        try (var out = Files.newBufferedWriter(file)) {
            for (var list : byProduct.entrySet()) {
                for (var one : list.getValue().entrySet()) {
                    out.write(list.getKey() + "," + one.getKey() + "," + one.getValue() + "\n");
                }
            }
        } catch (IOException e) {
            throw new CannotMeasure("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    static SimilarProducts read(Path file) {
        Map<Integer, Map<Integer, Double>> byProduct = new HashMap<>();
        try (var lines = Files.lines(file)) {
            lines.map(line -> line.split(",", 3))
                    .forEach(words -> byProduct
                            .computeIfAbsent(Integer.valueOf(words[0]), product -> new LinkedHashMap<>())
                            .put(Integer.valueOf(words[1]), Double.valueOf(words[2])));
        } catch (IOException e) {
            throw new CannotMeasure("cannot read " + file + ": " + e.getMessage(), e);
        }
        return new SimilarProducts(byProduct);
    }

    /**
     * The mean over products of the share of the other's list that is in this one's, or ties with the least similar of it (where
     * more products are equally similar than the list has room for, either choice is right).
     */
    double overlap(SimilarProducts other) {
        return other.byProduct.entrySet().stream()
                .mapToDouble(theirs -> overlap(byProduct.getOrDefault(theirs.getKey(), Map.of()), theirs.getValue()))
                .average()
                .orElseThrow(() -> new CannotMeasure("the peer found no neighbours"));
    }

    private static double overlap(Map<Integer, Double> ours, Map<Integer, Double> theirs) {
        var least = ours.isEmpty() ? Double.POSITIVE_INFINITY : Collections.min(ours.values());
        return theirs.entrySet().stream()
                .mapToDouble(one -> ours.containsKey(one.getKey()) || Math.abs(one.getValue() - least) < TIE ? 1 : 0)
                .average()
                .orElse(1);
    }
}
