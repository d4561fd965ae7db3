package io.perennial.churn.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.feature.FeatureSet;
import io.perennial.churn.feature.FeatureVector;
import io.perennial.churn.history.HistoryFold;
import io.perennial.churn.history.RandomEvents;
import io.perennial.churn.history.ShopperHistory;
import io.perennial.churn.model.LinearModel;
import io.perennial.churn.model.Standardiser;
import io.perennial.common.event.Event;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Reasons sum to the score, whoever the shopper is. */
class ExplanationTests {

    private static final Instant AS_OF = RandomEvents.START.plus(Duration.ofDays(RandomEvents.DAYS));

    @Test
    void contributionsAndBaselineSumToTheLogOdds() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<FeatureVector> shoppers = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            shopper(random).ifPresent(shoppers::add);
        }
        LinearModel model = model(random, shoppers);
        for (FeatureVector shopper : shoppers) {
            Explanation explanation = Explanation.of(new Scorer(FeatureSet.BUYERS, model), shopper);
            double sum = explanation.baseline()
                    + explanation.reasons().stream()
                            .mapToDouble(Reason::contribution)
                            .sum();
            assertThat(sum).isCloseTo(explanation.logOdds(), within(1e-9));
            assertThat(explanation.probability()).isEqualTo(Predictions.sigmoid(explanation.logOdds()));
            assertThat(explanation.reasons())
                    .hasSameSizeAs(FeatureSet.BUYERS.features())
                    .isSortedAccordingTo(
                            (a, b) -> Double.compare(Math.abs(b.contribution()), Math.abs(a.contribution())));
        }
    }

    @Test
    void whatIsMissingHasNoValueButAText() {
        FeatureVector shopper = shopper(new Random(5)).orElseThrow();
        LinearModel model = model(new Random(6), List.of(shopper));
        assertThat(Explanation.of(new Scorer(FeatureSet.BUYERS, model), shopper).reasons())
                .filteredOn(reason -> reason.feature().equals("categories"))
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.value()).isNull();
                    assertThat(reason.text()).isEqualTo("no category of what was bought is known");
                });
    }

    @Test
    void wordsNameOnlyWhatTheEventsShow() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            FeatureVector shopper = shopper(random).orElse(null);
            if (shopper == null) {
                continue;
            }
            for (int feature = 0; feature < FeatureSet.BUYERS.size(); feature++) {
                String text = shopper.text(feature);
                assertThat(text).isNotBlank().doesNotContain("{", "NaN", "∞");
                // What is missing is said without a number: none may come from anywhere else.
                if (shopper.missing(feature)) {
                    assertThat(text).doesNotContainPattern("[0-9]");
                }
                if (shopper.missing(FeatureSet.BUYERS.columns().indexOf("mean_gap"))) {
                    assertThat(text).doesNotContain("usual");
                }
                assertThat(numbers(text)).as(text).isSubsetOf(known(shopper, feature));
            }
        }
    }

    private static Set<String> numbers(String text) {
        return Pattern.compile("[0-9]+(\\.[0-9]+)?")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    /** As sentences write the values of the feature and of the rhythm beside it; and the days of a window. */
    private static Set<String> known(FeatureVector shopper, int feature) {
        Set<String> known = new HashSet<>();
        for (int each : List.of(feature, FeatureSet.BUYERS.columns().indexOf("mean_gap"))) {
            if (!shopper.missing(each)) {
                double value = shopper.value(each);
                known.add(Long.toString(Math.round(value)));
                known.add(Long.toString(Math.round(100 * value)));
                known.add(BigDecimal.valueOf(value)
                        .setScale(1, RoundingMode.HALF_UP)
                        .toPlainString());
                known.add(BigDecimal.valueOf(value)
                        .setScale(2, RoundingMode.HALF_UP)
                        .toPlainString());
            }
        }
        known.addAll(numbers(FeatureSet.BUYERS.columns().get(feature))); // orders_90
        return known;
    }

    private static LinearModel model(Random random, List<FeatureVector> shoppers) {
        double[] weights =
                random.doubles(FeatureSet.BUYERS.columns().size(), -1, 1).toArray();
        Standardiser standardiser = Standardiser.fit(
                shoppers.stream().map(FeatureVector::columns).toList(),
                FeatureSet.BUYERS.columns().size());
        return new LinearModel(standardiser, weights, random.nextGaussian());
    }

    private static Optional<FeatureVector> shopper(Random random) {
        ShopperHistory history = new ShopperHistory();
        for (Event event : RandomEvents.of(random, random.nextInt(2, 40))) {
            HistoryFold.add(history, event);
        }
        return FeatureSet.BUYERS.extract(history, AS_OF);
    }
}
