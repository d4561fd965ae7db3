package io.perennial.recommendation.learning;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perennial.recommendation.algebra.Kernel;
import io.perennial.recommendation.blend.BlendCodec;
import io.perennial.recommendation.blend.BlendScorer;
import io.perennial.recommendation.history.History;
import io.perennial.recommendation.history.Interaction;
import io.perennial.recommendation.history.InteractionKind;
import io.perennial.recommendation.neighbours.ItemToItemParameters;
import io.perennial.recommendation.product.ProductNumbers;
import io.perennial.recommendation.snapshot.ShoppersReader;
import io.perennial.recommendation.snapshot.ShoppersWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlendLearningTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final BlendSettings SETTINGS =
            new BlendSettings(Duration.ofDays(14), 500, 50, 100, 1e8, 1_000_000, new ItemToItemParameters(50, 2, 10));

    @TempDir
    private Path folder;

    /** Two tastes of six products; everybody walks through theirs in its order, another product each week. */
    private Interactions shop(int shoppers) {
        return shop(shoppers, (shopper, week) -> (shopper / 2 + week) % 6);
    }

    /** Each week another product of their taste; the function says which of the six. */
    private Interactions shop(int shoppers, IntBinaryOperator choice) {
        Path file = folder.resolve("shoppers");
        try (ShoppersWriter writer = new ShoppersWriter(file)) {
            for (int shopper = 0; shopper < shoppers; shopper++) {
                String taste = shopper % 2 == 0 ? "garden" : "kitchen";
                int who = shopper;
                Instant first = START.plusSeconds(shopper).plus(Duration.ofDays(7L * (shopper % 4)));
                writer.add(
                        History.of(
                                List.of(3, 2, 1, 0).stream()
                                        .map(week -> new Interaction(
                                                taste + choice.applyAsInt(who, week),
                                                InteractionKind.ORDER,
                                                first.plus(Duration.ofDays(7L * week))))
                                        .toList(),
                                100),
                        true);
            }
        }
        return read(file);
    }

    private static Interactions read(Path file) {
        return Interactions.of(new ShoppersReader(file), 100);
    }

    private static BlendLearning.Learnt learn(Interactions interactions, boolean again) {
        BlendLearning learning = new BlendLearning(SETTINGS, Kernel.scalar(), line -> {});
        BlendLearning.Learnt first = learning.learn(interactions, null);
        return again
                ? learning.learn(interactions, RecipeText.read(first.report().recipe()))
                : first;
    }

    @Test
    void whatShoppersTakeNextIsLearntAndIsWorthMoreThanPopularity() {
        BlendLearning.Learnt learnt = learn(shop(120), false);
        assertThat(learnt.report().refused()).isNull();
        assertThat(learnt.report().blend().ndcg10())
                .isGreaterThan(learnt.report().popularity().ndcg10());
        assertThat(learnt.report().shoppers()).isEqualTo(120);
        assertThat(new BlendScorer(requireNonNull(learnt.model()))
                        .score(List.of(new BlendScorer.Seed(ProductNumbers.of("garden2"), 0, 1)), 10)
                        .getFirst()
                        .productId())
                .startsWith("garden");
    }

    @Test
    void whereItemToItemAloneIsBetterThereIsNoBlend() {
        BlendSettings cramped =
                new BlendSettings(Duration.ofDays(14), 1, 1, 100, 1, 1, new ItemToItemParameters(50, 2, 0));
        Interactions thereAndBack = shop(120, (shopper, week) -> {
            int from = new Random(shopper).nextInt(6);
            return (shopper % 4 < 2 ? from + week : from + 6 - week) % 6;
        });
        BlendLearning.Learnt learnt = new BlendLearning(cramped, Kernel.scalar(), line -> {}).learn(thereAndBack, null);
        assertThat(learnt.model()).isNull();
        assertThat(learnt.report().refused()).isEqualTo("item-to-item neighbours alone are better");
        assertThat(learnt.report().itemToItem().ndcg10())
                .isGreaterThan(learnt.report().blend().ndcg10());
    }

    @Test
    void theSameInteractionsGiveTheSameBytesAndTheStandingRecipeIsMeasuredBesides() {
        BlendLearning.Learnt one = learn(shop(80), false);
        BlendLearning.Learnt other = learn(shop(80), true);
        assertThat(BlendCodec.write(requireNonNull(other.model())))
                .isEqualTo(BlendCodec.write(requireNonNull(one.model())));
        assertThat(other.report().standing()).isEqualTo(one.report().blend());
    }

    @Test
    void tooFewToMeasureOnAreRefusedWithTheReason() {
        BlendLearning.Learnt learnt = learn(shop(10), false);
        assertThat(learnt.model()).isNull();
        assertThat(learnt.report().refused()).contains("it takes 20");
    }

    @Test
    void aReportAndBackIsTheSame() {
        BlendReport report = learn(shop(80), true).report();
        Path file = folder.resolve("report");
        report.write(file);
        assertThat(BlendReport.read(file)).isEqualTo(report);
    }

    @Test
    void shoppersCutShortOrChangedAreRefused() throws IOException {
        shop(5);
        Path file = folder.resolve("shoppers");
        byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length += 7) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> read(file)).isInstanceOf(IllegalStateException.class);
        }
        byte[] changed = bytes.clone();
        changed[bytes.length - 12] ^= 1;
        Files.write(file, changed);
        assertThatThrownBy(() -> read(file)).isInstanceOf(IllegalStateException.class);
    }
}
