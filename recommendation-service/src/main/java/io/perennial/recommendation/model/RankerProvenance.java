package io.perennial.recommendation.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.perennial.recommendation.ranker.RankerReport;
import java.util.Map;

/**
 * Where rankers come from.
 *
 * @param code version of this service that trained them
 * @param placements what came of each, also where it was refused
 * @param trainingSeconds of all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RankerProvenance(String code, Map<String, RankerReport> placements, double trainingSeconds) {}
