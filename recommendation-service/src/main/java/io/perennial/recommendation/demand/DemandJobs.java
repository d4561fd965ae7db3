package io.perennial.recommendation.demand;

import io.perennial.common.job.LeaderLock;
import io.perennial.recommendation.catalog.Catalog;
import io.perennial.recommendation.forecast.DemandForecast;
import io.perennial.recommendation.forecast.DemandModel;
import io.perennial.recommendation.forecast.DemandTrainer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Folds what was put aside, and forecasts where a week is over or the last forecast is old; one replica at a time. */
@Service
class DemandJobs {

    private static final Logger LOG = LoggerFactory.getLogger(DemandJobs.class);
    private static final String LOCK = "recommendation-demand";
    private static final int PAGE = 1_000;

    private final Demands demands;
    private final DemandStore weeks;
    private final ForecastStore forecasts;
    private final Catalog catalog;
    private final DemandProperties properties;
    private final LeaderLock leader;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    DemandJobs(
            Demands demands,
            DemandStore weeks,
            ForecastStore forecasts,
            Catalog catalog,
            DemandProperties properties,
            LeaderLock leader,
            TransactionTemplate transaction,
            JsonMapper json,
            Clock clock) {
        this.demands = demands;
        this.weeks = weeks;
        this.forecasts = forecasts;
        this.catalog = catalog;
        this.properties = properties;
        this.leader = leader;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /** Does what is due, if nobody else is at it. */
    void work() {
        leader.runIfLeader(LOCK, () -> {
            demands.fold();
            LocalDate asOf = weeks.openWeek();
            if (asOf != null && due(asOf)) {
                forecast(asOf);
            }
        });
    }

    private boolean due(LocalDate asOf) {
        ForecastStore.Run last = forecasts.last();
        return last == null
                || last.asOf().isBefore(asOf)
                || Duration.between(last.computedAt(), clock.instant()).compareTo(properties.interval()) >= 0;
    }

    private void forecast(LocalDate asOf) {
        Instant start = clock.instant();
        long stride = Math.max(1, (weeks.products() + properties.mostTrained() - 1) / properties.mostTrained());
        List<double[]> sample = new ArrayList<>();
        long[] seen = new long[1];
        forEachPage(
                asOf,
                page -> page.forEach((product, history) -> {
                    if (seen[0]++ % stride == 0) {
                        sample.add(history);
                    }
                }));
        DemandModel model = new DemandTrainer(properties.horizon(), properties.origins()).train(sample);
        transaction.executeWithoutResult(status -> {
            forEachPage(asOf, page -> {
                Map<String, DemandForecast> made = new LinkedHashMap<>();
                page.forEach((product, history) -> made.put(product, model.forecast(history)));
                forecasts.save(asOf, made);
            });
            forecasts.finish(asOf, start, json.writeValueAsString(provenance(model, seen[0], sample.size(), start)));
        });
        weeks.purge(start.minus(properties.orderRetention()), asOf.minusWeeks(properties.weeks()));
        LOG.info("Demand of {} products forecast as of {}", seen[0], asOf);
    }

    /** Products that are sold at all, with what is known of them before the week; pages without any are left out. */
    private void forEachPage(LocalDate asOf, Consumer<Map<String, double[]>> consumer) {
        String after = "";
        String last = weeks.lastOfPage(after, PAGE);
        while (last != null) {
            Map<String, double[]> page = weeks.histories(after, asOf.minusWeeks(properties.weeks()), asOf, PAGE);
            page.keySet().removeIf(catalog::neverRecommended);
            if (!page.isEmpty()) {
                consumer.accept(page);
            }
            after = last;
            last = weeks.lastOfPage(after, PAGE);
        }
    }

    private Map<String, Object> provenance(DemandModel model, long products, long trainedOn, Instant start) {
        Map<String, Object> classes = new TreeMap<>();
        model.fitted()
                .forEach((demandClass, fitted) -> classes.put(
                        demandClass.wire(),
                        Map.of(
                                "method", fitted.method().name(),
                                "forecasts", fitted.forecasts(),
                                "absoluteErrorToFourWeekMean", rounded(fitted.absoluteToMean()),
                                "squaredErrorToFourWeekMean", rounded(fitted.squaredToMean()))));
        return Map.of(
                "products",
                products,
                "trainedOn",
                trainedOn,
                "horizonWeeks",
                properties.horizon(),
                "backtestOrigins",
                properties.origins(),
                "seconds",
                Duration.between(start, clock.instant()).toMillis() / 1e3,
                "classes",
                classes);
    }

    private static double rounded(double ratio) {
        return Math.round(ratio * 1e4) / 1e4;
    }
}
