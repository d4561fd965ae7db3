package io.perennial.recommendation.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistoryTests {

    private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void anyOrderSplitAndRepetitionGivesTheSameHistory() {
        long seed = System.nanoTime();
        System.out.println("HistoryTests seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Interaction> interactions = interactions(random, 1 + random.nextInt(60));
            int newest = 1 + random.nextInt(6);
            History expected = History.of(interactions, newest);
            List<Interaction> shuffled = new ArrayList<>(interactions);
            shuffled.addAll(interactions.subList(0, random.nextInt(interactions.size())));
            Collections.shuffle(shuffled, random);
            History folded = History.EMPTY;
            for (int from = 0; from < shuffled.size(); ) {
                int to = Math.min(shuffled.size(), from + 1 + random.nextInt(7));
                folded = HistoryCodec.read(HistoryCodec.write(folded.with(shuffled.subList(from, to), newest)));
                from = to;
            }
            assertThat(folded).as("seed %d, round %d", seed, round).isEqualTo(expected);
        }
    }

    @Test
    void aBotsViewsDoNotPushOutWhatWasBought() {
        List<Interaction> interactions = new ArrayList<>();
        interactions.add(new Interaction("bought", InteractionKind.ORDER, DAY));
        for (int i = 0; i < 100_000; i++) {
            interactions.add(new Interaction("p" + i, InteractionKind.VIEW, DAY.plusSeconds(i)));
        }
        History history = History.of(interactions, 500);
        assertThat(history.newestFirst()).hasSize(501);
        assertThat(history.bought()).containsExactly("bought");
        assertThat(HistoryCodec.write(history)).hasSizeLessThan(10_000);
    }

    @Test
    void theStrongestKindThatStandsIsTheSignal() {
        History history = History.of(
                List.of(
                        at("a", InteractionKind.VIEW, 9),
                        at("a", InteractionKind.CART, 1),
                        at("b", InteractionKind.VIEW, 2)),
                10);
        assertThat(history.signals())
                .containsExactly(
                        new Signal("b", InteractionKind.VIEW, day(2)), new Signal("a", InteractionKind.CART, day(1)));
    }

    @Test
    void eachTimeInAListCountsUntilTheProductIsChosen() {
        History history = History.of(
                List.of(
                        at("a", InteractionKind.SEEN, 1),
                        at("a", InteractionKind.SEEN, 2),
                        at("a", InteractionKind.SEEN, 2),
                        at("b", InteractionKind.SEEN, 2),
                        at("b", InteractionKind.VIEW, 3),
                        at("b", InteractionKind.SEEN, 4)),
                10);
        assertThat(history.seenSince(day(0))).isEqualTo(Map.of("a", 2, "b", 1));
        assertThat(history.seenSince(day(2))).isEqualTo(Map.of("a", 1, "b", 1));
        assertThat(history.signals()).containsExactly(new Signal("b", InteractionKind.VIEW, day(3)));
    }

    @Test
    void theSessionEndsAtAGap() {
        History history = History.of(
                List.of(
                        new Interaction("old", InteractionKind.VIEW, DAY),
                        new Interaction("a", InteractionKind.VIEW, DAY.plusSeconds(7_200)),
                        new Interaction("b", InteractionKind.CART, DAY.plusSeconds(8_000)),
                        new Interaction("c", InteractionKind.SEEN, DAY.plusSeconds(8_001))),
                10);
        Duration gap = Duration.ofMinutes(30);
        assertThat(history.session(DAY.plusSeconds(8_100), gap, 10)).containsExactly("a", "b");
        assertThat(history.session(DAY.plusSeconds(8_100), gap, 1)).containsExactly("b");
        assertThat(history.session(DAY.plusSeconds(80_000), gap, 10)).isEmpty();
    }

    @Test
    void whatWasTakenBackIsNoSignal() {
        History history = History.of(
                List.of(
                        at("removed", InteractionKind.CART, 1),
                        at("removed", InteractionKind.REMOVE, 2),
                        at("again", InteractionKind.REMOVE, 1),
                        at("again", InteractionKind.CART, 2),
                        at("returned", InteractionKind.ORDER, 1),
                        at("returned", InteractionKind.VIEW, 1),
                        at("returned", InteractionKind.RETURN, 3),
                        at("cancelled", InteractionKind.ORDER, 1),
                        at("cancelled", InteractionKind.CANCEL, 1)),
                10);
        assertThat(history.signals()).containsExactly(new Signal("again", InteractionKind.CART, day(2)));
        assertThat(history.cart()).containsExactly("again");
        assertThat(history.bought()).containsExactly("returned");
    }

    @Test
    void whatWasOrderedLiesInTheCartNoMore() {
        History history = History.of(
                List.of(
                        at("a", InteractionKind.CART, 1),
                        at("a", InteractionKind.ORDER, 1),
                        at("b", InteractionKind.ORDER, 1),
                        at("b", InteractionKind.CART, 2)),
                10);
        assertThat(history.cart()).containsExactly("b");
    }

    @Test
    void historiesUnderSeveralIdentifiersMerge() {
        History anonymous = History.of(List.of(at("a", InteractionKind.VIEW, 1), at("b", InteractionKind.VIEW, 5)), 10);
        History user = History.of(List.of(at("b", InteractionKind.VIEW, 3), at("c", InteractionKind.ORDER, 4)), 10);
        assertThat(History.merged(List.of(anonymous, user)))
                .isEqualTo(History.merged(List.of(user, anonymous)))
                .isEqualTo(History.of(
                        List.of(
                                at("a", InteractionKind.VIEW, 1),
                                at("b", InteractionKind.VIEW, 5),
                                at("c", InteractionKind.ORDER, 4)),
                        10));
    }

    @Test
    void storedBytesCutShortOrForeignAreRefused() {
        byte[] bytes = HistoryCodec.write(History.of(List.of(at("85123A", InteractionKind.ORDER, 1)), 10));
        for (int length = 1; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> HistoryCodec.read(cut)).isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> HistoryCodec.read(new byte[] {9})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSignalsWeightHalvesWithEveryHalfLife() {
        SignalWeights weights = new SignalWeights(1, 2, 3, 5, Duration.ofDays(10));
        Signal order = new Signal("a", InteractionKind.ORDER, day(0));
        assertThat(weights.of(order, day(0))).isEqualTo(5);
        assertThat(weights.of(order, day(10))).isEqualTo(2.5);
        assertThat(weights.of(order, day(30))).isEqualTo(0.625);
        assertThat(weights.of(order, day(-5))).isEqualTo(5);
    }

    private static List<Interaction> interactions(Random random, int count) {
        InteractionKind[] kinds = InteractionKind.values();
        List<Interaction> interactions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            interactions.add(new Interaction(
                    "p" + random.nextInt(9) + "é",
                    kinds[random.nextInt(kinds.length)],
                    DAY.plusMillis(random.nextInt(2) == 0 ? random.nextInt(5) : random.nextLong(100_000_000_000L))));
        }
        return interactions;
    }

    private static Interaction at(String productId, InteractionKind kind, int days) {
        return new Interaction(productId, kind, day(days));
    }

    private static Instant day(int days) {
        return DAY.plus(Duration.ofDays(days));
    }
}
