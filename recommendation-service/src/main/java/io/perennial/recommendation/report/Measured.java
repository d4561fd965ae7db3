package io.perennial.recommendation.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What lists were worth on what shoppers then took.
 *
 * @param name whose lists: the model's, those of the recipe that stood, popularity's
 * @param figures by field of {@link io.perennial.recommendation.evaluation.RankingReport}
 * @param gainByLength NDCG by length of the list
 * @param hitsByLength share of shoppers with a hit by length of the list
 * @param gainByHistory NDCG of lists of ten by the least number of products the shoppers knew
 */
record Measured(
        String name,
        Map<String, Double> figures,
        SortedMap<Integer, Double> gainByLength,
        SortedMap<Integer, Double> hitsByLength,
        SortedMap<Integer, Double> gainByHistory) {

    /** @param report as it is told on the wire; what an older one lacks stays empty */
    static Measured of(String field, Map<?, ?> report) {
        Map<String, Double> figures = new LinkedHashMap<>();
        report.forEach((key, value) -> {
            if (value instanceof Number number) {
                figures.put(String.valueOf(key), number.doubleValue());
            }
        });
        return new Measured(
                switch (field) {
                    case "itemToItem" -> "item-to-item";
                    case "standing" -> "the recipe before";
                    default -> field;
                },
                figures,
                points(report, "cutoffs", "k", "ndcg"),
                points(report, "cutoffs", "k", "hr"),
                points(report, "segments", "fromLength", "ndcg10"));
    }

    private static SortedMap<Integer, Double> points(Map<?, ?> report, String list, String place, String value) {
        SortedMap<Integer, Double> points = new TreeMap<>();
        if (report.get(list) instanceof List<?> told) {
            told.forEach(point -> {
                if (point instanceof Map<?, ?> one
                        && one.get(place) instanceof Number at
                        && one.get(value) instanceof Number number) {
                    points.put(at.intValue(), number.doubleValue());
                }
            });
        }
        return points;
    }
}
