package io.perennial.recommendation.attribution;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.perennial.common.web.PageRequest;
import io.perennial.common.web.Problem;
import io.perennial.recommendation.signature.Exposure;
import io.perennial.recommendation.signature.RecommendationId;
import io.perennial.recommendation.signature.RecommendationIds;
import io.perennial.recommendation.signature.Verification;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.annotation.Secured;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Ids and outcomes over REST. */
@RestController
@Secured("recommendations:read")
class AttributionController {

    private static final int STANDARD_DAYS = 28;

    private final RecommendationIds ids;
    private final Outcomes outcomes;
    private final Clock clock;

    AttributionController(RecommendationIds ids, Outcomes outcomes, Clock clock) {
        this.ids = ids;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** Whether an id would count now, and what a good one says. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record IdAnswer(
            String verdict,
            @Nullable String detail,
            @Nullable String placement,
            @Nullable String strategy,
            List<String> models,
            @Nullable String experiment,
            @Nullable String arm,
            @Nullable Double propensity,
            @Nullable Instant issuedAt) {

        static IdAnswer of(Verification verification) {
            return switch (verification) {
                case Verification.Valid(RecommendationId id) -> {
                    Exposure exposure = id.exposure();
                    yield new IdAnswer(
                            "valid",
                            null,
                            id.placement(),
                            id.strategy(),
                            id.models().stream().map("%08x"::formatted).toList(),
                            exposure == null ? null : exposure.experiment(),
                            exposure == null ? null : exposure.arm(),
                            id.propensity(),
                            id.issuedAt());
                }
                case Verification.Refused(Verification.Refusal why) ->
                    new IdAnswer(why.wire(), why.text(), null, null, List.of(), null, null, null, null);
            };
        }
    }

    /** The recommendations of a day that were made in one way, revenue less refunds; rates are shares of those seen. */
    record Row(
            LocalDate day,
            String placement,
            String strategy,
            String experiment,
            String arm,
            long seen,
            long clicked,
            long carted,
            long ordered,
            BigDecimal revenue,
            double clickRate) {

        static Row of(TallyKey key, Tally tally) {
            return new Row(
                    key.day(),
                    key.placement(),
                    key.strategy(),
                    key.experiment(),
                    key.arm(),
                    tally.seen(),
                    tally.clicked(),
                    tally.carted(),
                    tally.ordered(),
                    tally.revenue().setScale(2, RoundingMode.HALF_EVEN),
                    tally.seen() == 0 ? 0 : Math.round(1e6 * tally.clicked() / tally.seen()) / 1e6);
        }
    }

    /** Rows, newest day first. */
    record RowsAnswer(List<Row> items) {}

    @GetMapping("/v1/recommendations/{recommendationId}")
    IdAnswer id(@PathVariable String recommendationId) {
        Instant now = clock.instant();
        return IdAnswer.of(ids.verify(recommendationId, now, now));
    }

    @GetMapping("/v1/recommendation-outcomes")
    RowsAnswer outcomes(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String placement,
            @RequestParam(required = false) @Nullable Integer limit) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate last = day("to", to, today);
        LocalDate first = day("from", from, last.minusDays(STANDARD_DAYS - 1));
        List<Row> rows = new ArrayList<>();
        outcomes.days(first, last, clean(placement), PageRequest.limit(limit, 200, 5_000))
                .forEach((key, tally) -> rows.add(Row.of(key, tally)));
        return new RowsAnswer(rows);
    }

    private static @Nullable String clean(@Nullable String placement) {
        return placement == null ? null : placement.replace('\0', ' ');
    }

    private static LocalDate day(String field, @Nullable String text, LocalDate standard) {
        try {
            LocalDate day = text == null ? standard : LocalDate.parse(text);
            if (day.getYear() >= 1970 && day.getYear() < 10_000) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // falls through: no day
        }
        throw Problem.badRequest("invalid-day", field + " must be a day such as 2026-03-01")
                .with("field", field);
    }
}
