package io.perennial.recommendation.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perennial.recommendation.history.History;
import io.perennial.recommendation.history.Interaction;
import io.perennial.recommendation.history.InteractionKind;
import io.perennial.recommendation.history.SignalWeights;
import io.perennial.recommendation.neighbours.ItemToItemCodec;
import io.perennial.recommendation.neighbours.ItemToItemModel.Neighbour;
import io.perennial.recommendation.neighbours.ItemToItemParameters;
import io.perennial.recommendation.popularity.PopularityModel.Popular;
import io.perennial.recommendation.repurchase.RepurchaseParameters;
import io.perennial.recommendation.repurchase.RepurchaseTrainer.Purchase;
import io.perennial.recommendation.snapshot.PurchasesReader;
import io.perennial.recommendation.snapshot.PurchasesWriter;
import io.perennial.recommendation.snapshot.ShoppersReader;
import io.perennial.recommendation.snapshot.ShoppersWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsLearningTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final SignalWeights WEIGHTS = new SignalWeights(1, 2, 3, 5, Duration.ofDays(60));

    @TempDir
    private Path temporary;

    private LearningFolder folder = new LearningFolder(Path.of(""));

    @BeforeEach
    void create() throws IOException {
        folder = new LearningFolder(Files.createDirectory(temporary.resolve("learning")));
    }

    private static Interaction ordered(String productId, int day) {
        return new Interaction(productId, InteractionKind.ORDER, START.plus(Duration.ofDays(day)));
    }

    /** Thirty who buy tea and cups, and tea again; ten who do not want to be learnt from buy coal, too. */
    private ModelsSettings shop() {
        ShoppersWriter shoppers = new ShoppersWriter(folder.shoppers());
        try (shoppers) {
            for (int shopper = 0; shopper < 40; shopper++) {
                boolean personal = shopper < 30;
                List<Interaction> history = new ArrayList<>(
                        List.of(ordered("tea", shopper), ordered("cup", shopper), ordered("pot", shopper + 20)));
                if (!personal) {
                    history.add(ordered("coal", shopper));
                }
                shoppers.add(History.of(history, 100), personal);
            }
            shoppers.add(History.EMPTY, true);
        }
        try (PurchasesWriter purchases =
                new PurchasesWriter(folder.purchases(), productId -> productId.equals("pot") ? null : "kitchen")) {
            for (int shopper = 0; shopper < 30; shopper++) {
                Instant at = START.plus(Duration.ofDays(shopper));
                purchases.add(List.of(
                        new Purchase(at, List.of("tea", "cup")),
                        new Purchase(at.plus(Duration.ofDays(20)), List.of("tea", "pot"))));
            }
            purchases.add(List.of());
        }
        assertThat(shoppers.shoppers()).isEqualTo(40);
        return new ModelsSettings(
                shoppers.oldest(),
                shoppers.newest(),
                Duration.ofDays(14),
                200,
                1_000_000,
                WEIGHTS,
                WEIGHTS,
                new ItemToItemParameters(10, 2, 0),
                new ItemToItemParameters(10, 2, 0),
                new RepurchaseParameters(10, 0.2, Duration.ofHours(12)));
    }

    private ModelsLearning.Learnt learn(ModelsSettings settings) {
        return new ModelsLearning(
                        settings, new ShoppersReader(folder.shoppers()), new PurchasesReader(folder.purchases()))
                .learn();
    }

    @Test
    void whatGoesTogetherSellsAndIsUsedUpIsLearntFromWhoMayBeLearntFrom() {
        ModelsSettings settings = shop();
        assertThat(settings.oldest()).isEqualTo(START);
        assertThat(settings.newest()).isEqualTo(START.plus(Duration.ofDays(59)));
        ModelsLearning.Learnt learnt = learn(settings);
        assertThat(learnt.itemToItem().neighboursOf("tea"))
                .extracting(Neighbour::productId)
                .contains("cup", "pot");
        assertThat(learnt.itemToItem().neighboursOf("coal")).isEmpty();
        assertThat(learnt.popularity().mostPopularFirst())
                .extracting(Popular::productId)
                .contains("coal");
        assertThat(Objects.requireNonNull(learnt.repurchase().rhythmOf("tea")).typical())
                .isEqualTo(Duration.ofDays(20));
        assertThat(learnt.repurchase().rhythmOf("pot")).isNull();
        assertThat(learnt.report().shoppers()).isEqualTo(30);
        assertThat(Objects.requireNonNull(learnt.report().evaluation()).shoppers())
                .isPositive();
        assertThat(ItemToItemCodec.write(learn(settings).itemToItem()))
                .isEqualTo(ItemToItemCodec.write(learnt.itemToItem()));
    }

    @Test
    void purchasesCutShortAreRefused() throws IOException {
        ModelsSettings settings = shop();
        byte[] bytes = Files.readAllBytes(folder.purchases());
        for (int length = 0; length < bytes.length; length += 97) {
            Files.write(folder.purchases(), Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> learn(settings)).isInstanceOf(IllegalStateException.class);
        }
    }
}
