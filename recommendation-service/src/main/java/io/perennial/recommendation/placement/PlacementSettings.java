package io.perennial.recommendation.placement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A placement as configuration and REST write it; what is absent has its default. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlacementSettings(
        @Nullable Boolean excludeBought,
        @Nullable Boolean returnDue,
        @Nullable Boolean cartAsContext,
        @Nullable Double personalWeight,
        @Nullable Double contextWeight,
        @Nullable SourceSettings sources,
        @Nullable FilterSettings filters,
        @Nullable List<RuleSettings> rules,
        @Nullable DiversitySettings diversity,
        @Nullable Double exploration,
        @Nullable Boolean ranker) {

    /** Weights of the sources. */
    record SourceSettings(
            @Nullable Double blend,
            @Nullable Double neighbours,
            @Nullable Double session,
            @Nullable Double basket,
            @Nullable Double content,
            @Nullable Double repurchase) {

        Sources sources() {
            return new Sources(
                    or(blend, 2),
                    or(neighbours, 1),
                    or(session, 0.5),
                    or(basket, 0.5),
                    or(content, 0.2),
                    or(repurchase, 1));
        }
    }

    /** What may stand there. */
    record FilterSettings(
            @Nullable BigDecimal minPrice,
            @Nullable BigDecimal maxPrice,
            @Nullable List<String> categories,
            @Nullable BigDecimal marginFloor,
            @Nullable Integer seenAtMost,
            @Nullable Duration seenWithin) {

        Filters filters() {
            return new Filters(
                    minPrice,
                    maxPrice,
                    categories == null ? List.of() : categories,
                    marginFloor,
                    seenAtMost == null ? 0 : seenAtMost,
                    seenWithin == null ? Filters.NONE.seenWithin() : seenWithin);
        }
    }

    /** A rule; a pin has a productId and a position, a boost or bury a factor and what it is about. */
    record RuleSettings(
            @Nullable String action,
            @Nullable String productId,
            @Nullable String category,
            @Nullable String brand,
            @Nullable Integer position,
            @Nullable Double factor) {

        private static final double BOOST = 2;
        private static final double BURY = 0.1;

        Rule rule() {
            return switch (action) {
                case "pin" -> {
                    if (productId == null) {
                        throw new IllegalArgumentException("rules: a pin names a productId");
                    }
                    yield new Rule.Pin(productId, position == null ? 1 : position);
                }
                case "boost" -> new Rule.Weigh(new Rule.Scope(productId, category, brand), or(factor, BOOST));
                case "bury" -> new Rule.Weigh(new Rule.Scope(productId, category, brand), or(factor, BURY));
                case null, default ->
                    throw new IllegalArgumentException("rules: action must be one of: pin, boost, bury");
            };
        }
    }

    /** How different the items are. */
    record DiversitySettings(
            @Nullable Double lambda,
            @Nullable Integer perBrand,
            @Nullable Integer perCategory) {

        Diversity diversity() {
            return new Diversity(or(lambda, 1), perBrand == null ? 0 : perBrand, perCategory == null ? 0 : perCategory);
        }
    }

    /** Throws IllegalArgumentException naming what makes no sense. */
    Placement placement(String name, long version) {
        return new Placement(
                name,
                version,
                Boolean.TRUE.equals(excludeBought),
                !Boolean.FALSE.equals(returnDue),
                Boolean.TRUE.equals(cartAsContext),
                or(personalWeight, 1),
                or(contextWeight, 1),
                (sources == null ? new SourceSettings(null, null, null, null, null, null) : sources).sources(),
                filters == null ? Filters.NONE : filters.filters(),
                rules == null
                        ? List.of()
                        : rules.stream().map(RuleSettings::rule).toList(),
                diversity == null ? Diversity.NONE : diversity.diversity(),
                or(exploration, 0),
                !Boolean.FALSE.equals(ranker));
    }

    private static double or(@Nullable Double value, double standard) {
        return value == null ? standard : value;
    }
}
