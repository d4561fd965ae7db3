package io.perennial.deploy.replay.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.deploy.replay.message.Action;
import io.perennial.deploy.replay.message.Message;
import io.perennial.deploy.replay.message.ProductLine;
import io.perennial.deploy.replay.message.SeededShare;
import io.perennial.deploy.replay.table.DirtyLines;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SimulatedShopTests {

    private static final Instant END = Instant.parse("2026-11-22T15:00:00Z");
    private static final SeededShare MARKETING = new SeededShare(0.6, 42);
    private static final List<Message> SHOP = told(shop(800, 400));

    private static ShopStream shop(int shoppers, int days) {
        return new SimulatedShop(shoppers, days, END, MARKETING).open(DirtyLines.unheard());
    }

    private static List<Message> told(ShopStream stream) {
        List<Message> messages = new ArrayList<>();
        for (Message message = stream.next(); message != null; message = stream.next()) {
            messages.add(message);
        }
        return messages;
    }

    @Test
    void theSameNumbersMakeTheSameShop() {
        assertThat(told(shop(50, 100))).isEqualTo(told(shop(50, 100)));
    }

    @Test
    void anotherSeedMakesAnotherShop() {
        ShopStream other = new SimulatedShop(50, 100, END, new SeededShare(0.6, 43)).open(DirtyLines.unheard());
        assertThat(told(other)).isNotEqualTo(told(shop(50, 100)));
    }

    @Test
    void eightHundredShoppersMakeFortyToSixtyThousandEvents() {
        assertThat(SHOP).hasSizeBetween(40_000, 60_000);
    }

    @Test
    void eventsComeInOrderOfTimeAndEndBeforeTheEnd() {
        assertThat(SHOP).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
        assertThat(SHOP.getLast().at()).isBeforeOrEqualTo(END).isAfter(END.minus(Duration.ofHours(12)));
        assertThat(SHOP.getFirst().at()).isAfter(END.minus(Duration.ofDays(402)));
    }

    @Test
    void everyMessageHasAKeyOfItsOwn() {
        assertThat(SHOP.stream().map(Message::key)).doesNotHaveDuplicates();
    }

    @Test
    void nobodyIsKnownBeforeTheyHaveIdentifiedThemselves() {
        Set<String> known = new HashSet<>();
        for (Message message : SHOP) {
            String user = message.shopper().userId();
            if (message.action() instanceof Action.Identified) {
                assertThat(message.shopper().anonymousId()).isNotNull();
                known.add(Objects.requireNonNull(user));
            } else if (user != null) {
                assertThat(known).contains(user);
            }
        }
        assertThat(known).hasSizeBetween(500, 800);
    }

    @Test
    void anOrderIsPaidForWhatIsInIt() {
        for (Message message : SHOP) {
            if (message.action() instanceof Action.Ordered order) {
                BigDecimal discount = order.discount() == null ? BigDecimal.ZERO : order.discount();
                assertThat(order.revenue()).isPositive();
                assertThat(order.revenue().add(discount)).isEqualByComparingTo(ProductLine.sum(order.products()));
            }
        }
    }

    @Test
    void nothingIsRefundedThatWasNotPaidBefore() {
        Map<String, BigDecimal> paid = new HashMap<>();
        int refunds = 0;
        for (Message message : SHOP) {
            switch (message.action()) {
                case Action.Ordered order -> paid.put(order.orderId(), order.revenue());
                case Action.Refunded refund -> {
                    assertThat(paid).containsKey(refund.orderId());
                    assertThat(refund.revenue()).isPositive().isLessThanOrEqualTo(paid.get(refund.orderId()));
                    refunds++;
                }
                default -> {}
            }
        }
        assertThat(refunds).isGreaterThan(50);
    }

    @Test
    void theCatalogueIsReadableAndAllOfItIsSeen() {
        Set<String> seen = new HashSet<>();
        SHOP.forEach(message -> {
            if (message.action() instanceof Action.Viewed viewed) {
                assertThat(viewed.product().name()).matches("[A-Z][A-Za-z& ]+");
                assertThat(viewed.product().price()).isPositive();
                seen.add(viewed.product().productId());
            }
        });
        assertThat(seen).hasSizeBetween(290, 300);
    }

    @Test
    void mostOrdersAreForWhatTheShopperLikes() {
        Map<String, Map<String, Integer>> bought = new HashMap<>();
        SHOP.forEach(message -> {
            if (message.action() instanceof Action.Ordered order) {
                Map<String, Integer> mine =
                        bought.computeIfAbsent(String.valueOf(message.shopper().userId()), id -> new HashMap<>());
                order.products().forEach(line -> mine.merge(String.valueOf(line.category()), 1, Integer::sum));
            }
        });
        double favourite = bought.values().stream()
                .filter(mine ->
                        mine.values().stream().mapToInt(Integer::intValue).sum() >= 10)
                .mapToDouble(mine -> (double) mine.values().stream()
                                .mapToInt(Integer::intValue)
                                .max()
                                .orElse(0)
                        / mine.values().stream().mapToInt(Integer::intValue).sum())
                .average()
                .orElse(0);
        // Ten departments: without tastes the largest of ten lines would be near a quarter.
        assertThat(favourite).isBetween(0.4, 0.8);
    }

    @Test
    void theStatedShareHasAgreedToMarketing() {
        double share = SHOP.stream()
                .filter(message -> message.action() instanceof Action.Identified)
                .mapToDouble(message -> ((Action.Identified) message.action()).marketing() ? 1 : 0)
                .average()
                .orElse(0);
        assertThat(share).isBetween(0.55, 0.65);
    }

    @Test
    void whoLeavesCanBeToldButNotForCertain() {
        LearnableChurn shop = new LearnableChurn(SHOP);
        Duration horizon = Duration.ofDays(90);
        List<LearnableChurn.Example> past = new ArrayList<>();
        for (int days = 180; days <= 240; days += 15) {
            past.addAll(shop.examples(END.minus(Duration.ofDays(days)), horizon));
        }
        List<LearnableChurn.Example> later = shop.examples(END.minus(horizon), horizon);
        double auc = LearnableChurn.auc(LearnableChurn.learn(past), later);
        double churned = later.stream().filter(LearnableChurn.Example::churned).count() / (double) later.size();
        System.out.printf("churn: %d examples, %.2f churned, AUC %.3f%n", later.size(), churned, auc);
        assertThat(auc).isBetween(0.74, 0.88);
        assertThat(churned).isBetween(0.3, 0.7);
    }

    @Test
    void theLastMinutesHaveSignUpsCartsAndReturns() {
        ShopStream stream = shop(800, 400);
        told(stream);
        List<Message> moments = stream.moments();
        assertThat(moments).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
        assertThat(moments.getLast().at()).isEqualTo(END);
        assertThat(moments.getFirst().at()).isAfter(END.minus(Duration.ofMinutes(30)));
        assertThat(moments.stream().map(Message::action)).noneMatch(Action.Ordered.class::isInstance);
        Set<String> known = new HashSet<>();
        SHOP.forEach(message -> known.add(String.valueOf(message.shopper().userId())));
        assertThat(moments.stream()
                        .filter(message ->
                                message.action() instanceof Action.Identified identified && identified.marketing())
                        .map(message -> String.valueOf(message.shopper().userId()))
                        .filter(user -> !known.contains(user)))
                .hasSize(2);
        assertThat(moments.stream()
                        .filter(message -> message.action() instanceof Action.Added)
                        .map(message -> String.valueOf(message.shopper().userId()))
                        .distinct())
                .hasSize(2)
                .allMatch(known::contains);
        assertThat(moments.stream()
                        .map(m -> m.key().substring(0, m.key().indexOf('/')))
                        .distinct())
                .hasSize(7);
    }

    @Test
    void aShopThatGoesOnTellsWhatComesNext() {
        ShopStream cut = shop(50, 100);
        List<Message> whole = new ArrayList<>(told(cut));
        cut.goOnUntil(END.plus(Duration.ofDays(20)));
        List<Message> more = told(cut);
        assertThat(more).hasSizeGreaterThan(20).allMatch(message -> message.at().isAfter(END));
        whole.addAll(more);
        assertThat(whole).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    }
}
