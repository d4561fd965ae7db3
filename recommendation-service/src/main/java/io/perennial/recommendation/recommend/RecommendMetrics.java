package io.perennial.recommendation.recommend;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * What an operator watches of the answers.
 *
 * <ul>
 *   <li>{@code recommendation.requests} (timer; placement, strategy): alert where its 99th percentile exceeds 50 ms.
 *   <li>{@code recommendation.fallback} (counter; reason {@code unknown-product}, {@code in-the-range},
 *       {@code nothing-sellable}): answers that are less than was asked for. Alert on {@code nothing-sellable} at all,
 *       on {@code in-the-range} once a model exists, on {@code unknown-product} where it exceeds a few per cent: then
 *       shop and catalog name products differently.
 * </ul>
 */
@Component
class RecommendMetrics {

    private static final String UNKNOWN_PRODUCT = "unknown-product";

    private final MeterRegistry meters;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    RecommendMetrics(MeterRegistry meters) {
        this.meters = meters;
        // From the start at zero: the first increment of a series that was not there raises no alert.
        for (String reason : List.of(UNKNOWN_PRODUCT, Strategy.IN_THE_RANGE.wire(), Strategy.NOTHING_SELLABLE.wire())) {
            meters.counter("recommendation.fallback", "reason", reason);
        }
    }

    Timer.Sample start() {
        return Timer.start(meters);
    }

    void answered(Timer.Sample sample, String placement, Recommender.Answer answer) {
        String strategy = answer.strategy().wire();
        sample.stop(timers.computeIfAbsent(placement + ' ' + strategy, name -> timer(placement, strategy)));
        if (answer.unknownProduct()) {
            fellBack(UNKNOWN_PRODUCT);
        }
        if (answer.strategy() == Strategy.IN_THE_RANGE || answer.strategy() == Strategy.NOTHING_SELLABLE) {
            fellBack(strategy);
        }
    }

    private Timer timer(String placement, String strategy) {
        return Timer.builder("recommendation.requests")
                .description("Time to an answer")
                .tag("placement", placement)
                .tag("strategy", strategy)
                .publishPercentileHistogram()
                .register(meters);
    }

    private void fellBack(String reason) {
        meters.counter("recommendation.fallback", "reason", reason).increment();
    }
}
