package io.perennial.recommendation.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** A model as its registry knows it; provenance as it is told on the wire. */
public record ReportedModel(
        UUID modelId, String kind, String state, Instant trainedAt, String checksum, Map<String, Object> provenance) {

    private static final String EVALUATION = "evaluation";
    private static final String PLACEMENTS = "placements";

    /** Whose lists may have been measured, as provenance calls them; the model's own before its rivals'. */
    private static final List<String> MEASURED = List.of("blend", "itemToItem", "standing", "popularity");

    /** What was measured, the model itself first; empty where nobody was there to measure on. */
    List<Measured> measured() {
        List<Measured> measured = new ArrayList<>();
        if (cases() > 0) {
            for (String field : MEASURED) {
                if (evaluation().get(field) instanceof Map<?, ?> report) {
                    measured.add(Measured.of(field, report));
                }
            }
        }
        return measured;
    }

    /** What was learnt of each placement, by its name; empty for what is no ranker. */
    SortedMap<String, Map<?, ?>> placements() {
        SortedMap<String, Map<?, ?>> placements = new TreeMap<>();
        if (provenance.get(PLACEMENTS) instanceof Map<?, ?> told) {
            told.forEach((placement, report) -> {
                if (report instanceof Map<?, ?> fields) {
                    placements.put(String.valueOf(placement), fields);
                }
            });
        }
        return placements;
    }

    /** On how many shoppers it was measured. */
    long cases() {
        Map<?, ?> evaluation = evaluation();
        Object cases = evaluation.containsKey("cases") ? evaluation.get("cases") : evaluation.get("shoppers");
        return cases instanceof Number number ? number.longValue() : 0;
    }

    private Map<?, ?> evaluation() {
        return provenance.get(EVALUATION) instanceof Map<?, ?> evaluation ? evaluation : Map.of();
    }

    /** Where it comes from, without what it was measured at. */
    Map<String, Object> origin() {
        Map<String, Object> origin = new TreeMap<>(provenance);
        origin.remove(EVALUATION);
        origin.remove(PLACEMENTS);
        origin.put("checksum", checksum);
        return origin;
    }
}
