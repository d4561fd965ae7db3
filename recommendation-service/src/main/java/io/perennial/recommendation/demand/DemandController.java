package io.perennial.recommendation.demand;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.perennial.common.web.Cursor;
import io.perennial.common.web.PageRequest;
import io.perennial.common.web.Problem;
import io.perennial.recommendation.catalog.ProductKey;
import io.perennial.recommendation.forecast.DemandForecast.Units;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.annotation.Secured;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Demand over REST. */
@RestController
@RequestMapping("/v1/demand")
@Secured("recommendations:read")
class DemandController {

    private static final List<String> STATES = List.of("low-stock", "over-stock", "covered");

    private final ForecastStore forecasts;

    DemandController(ForecastStore forecasts) {
        this.forecasts = forecasts;
    }

    /** Units of a week, rounded to tenths; low and high hold 80 %. */
    record Week(LocalDate week, double expected, double low, double high) {}

    /** A product's demand and stock; units and bounds are of all weeks together, stock and its cover where it is counted. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DemandAnswer(
            String productId,
            String state,
            double expected,
            double low,
            double high,
            @Nullable Long stock,
            @Nullable Double weeksOfStock,
            @JsonProperty("class") String demandClass,
            String method,
            List<Week> weeks) {

        static DemandAnswer of(ForecastStore.Stocked stocked) {
            List<Week> weeks = new ArrayList<>();
            LocalDate week = stocked.asOf();
            for (Units units : stocked.weeks()) {
                weeks.add(new Week(week, rounded(units.expected()), rounded(units.low()), rounded(units.high())));
                week = week.plusWeeks(1);
            }
            Units total = stocked.total();
            Double cover = stocked.cover();
            return new DemandAnswer(
                    stocked.productId(),
                    stocked.state(),
                    rounded(total.expected()),
                    rounded(total.low()),
                    rounded(total.high()),
                    stocked.stock(),
                    cover == null || cover.isInfinite() ? null : rounded(cover),
                    stocked.demandClass(),
                    stocked.method(),
                    weeks);
        }

        private static double rounded(double units) {
            return Math.round(units * 10) / 10.0;
        }
    }

    /** A list, with the forecast it comes from. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ListAnswer(
            @Nullable LocalDate asOf,
            @Nullable Instant computedAt,
            @JsonRawValue @Nullable String provenance,
            List<DemandAnswer> items,
            @Nullable String next) {}

    @GetMapping("/{productId}")
    DemandAnswer product(@PathVariable String productId) {
        ForecastStore.Stocked stocked = ProductKey.usable(productId) ? forecasts.find(productId) : null;
        if (stocked == null) {
            throw Problem.notFound(
                            "unknown-demand",
                            "no order has named this product in a week that is over; check productId, or wait for the forecast")
                    .with("field", "productId");
        }
        return DemandAnswer.of(stocked);
    }

    @GetMapping
    ListAnswer list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (state == null || !STATES.contains(state)) {
            throw Problem.badRequest("invalid-state", "state must be one of: " + String.join(", ", STATES))
                    .with("field", "state");
        }
        int size = PageRequest.limit(limit, 50, 1_000);
        Place place = Place.of(cursor);
        List<ForecastStore.Stocked> rows = forecasts.page(state, place.cover, place.productId, size + 1);
        boolean more = rows.size() > size;
        List<ForecastStore.Stocked> shown = more ? rows.subList(0, size) : rows;
        String next = more
                ? Cursor.encode(
                        String.valueOf(shown.getLast().cover()), shown.getLast().productId())
                : null;
        ForecastStore.Run run = forecasts.last();
        return new ListAnswer(
                run == null ? null : run.asOf(),
                run == null ? null : run.computedAt(),
                run == null ? null : run.provenance(),
                shown.stream().map(DemandAnswer::of).toList(),
                next);
    }

    /** Where a listing goes on. */
    private record Place(@Nullable Double cover, String productId) {

        static Place of(@Nullable String cursor) {
            if (cursor == null) {
                return new Place(null, "");
            }
            List<String> parts = Cursor.decode(cursor, 2);
            try {
                return new Place(Double.parseDouble(parts.get(0)), parts.get(1).replace('\0', ' '));
            } catch (NumberFormatException e) {
                throw Problem.badRequest(
                                "invalid-cursor", "cursor must be the \"next\" of an earlier answer, unchanged")
                        .with("field", "cursor");
            }
        }
    }
}
