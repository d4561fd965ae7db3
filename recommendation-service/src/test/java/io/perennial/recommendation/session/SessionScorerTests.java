package io.perennial.recommendation.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.perennial.recommendation.session.SessionIndex.Click;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SessionScorerTests {

    private static final long DAY = 86_400_000;
    private static final long NOW = 100 * DAY;
    private static final NeighbourWeights.VStan WEIGHTS = new NeighbourWeights.VStan(10, 2, 5, 3, 4, 0, 1);

    /** By hand: two sessions share the last click, one of them the one before as well, a day older. */
    @Test
    void vStanWeighsClicksAgesPlacesAndDistances() {
        SessionIndex index = index(100, 100);
        session(index, 1, NOW - DAY, "a", "b", "x");
        session(index, 2, NOW, "b", "y");
        List<NextClick> next =
                new SessionScorer(index, WEIGHTS, StepWeights.NONE, 100).score(List.of("a", "b"), NOW, 10);
        double first = (1 + Math.exp(-0.5)) / Math.sqrt(3) * Math.exp(-1 / 5.0);
        double second = 1 / Math.sqrt(2);
        double near = Math.exp(-1 / 4.0);
        double total = first * (near + 1 + near) + second * (1 + near);
        assertThat(score(next, "b")).isCloseTo((first + second) / total, within(1e-9));
        assertThat(score(next, "x")).isCloseTo(first * near / total, within(1e-9));
        assertThat(score(next, "y")).isCloseTo(second * near / total, within(1e-9));
        assertThat(next.getFirst().because()).isEqualTo("b");
    }

    /** By hand: VS-kNN, where the session with both clicks counts 1 + 1/2, and what is everywhere says nothing. */
    @Test
    void vmisKnnDecaysLinearlyAndLeavesOutWhatEverySessionHas() {
        SessionIndex index = index(100, 100);
        session(index, 1, NOW, "a", "b", "x");
        session(index, 2, NOW, "b", "y");
        List<NextClick> next = new SessionScorer(index, new NeighbourWeights.VmisKnn(10), StepWeights.NONE, 100)
                .score(List.of("a", "b"), NOW, 10);
        assertThat(score(next, "b")).isZero();
        assertThat(score(next, "x")).isCloseTo(1.5 / (1.5 + 1.5 + 1), within(1e-9));
        assertThat(score(next, "y")).isCloseTo(1 / 4.0, within(1e-9));
    }

    @Test
    void stepsCountTheNearerTheMoreAndOnlyForwards() {
        SessionIndex index = index(100, 100);
        session(index, 1, NOW, "x", "a", "y", "z");
        List<NextClick> next =
                new SessionScorer(index, WEIGHTS, new StepWeights(1, 2, 1, 0, 10), 100).score(List.of("a"), NOW, 10);
        assertThat(score(next, "y")).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(score(next, "z")).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(score(next, "x")).isZero();
    }

    @Test
    void clicksOneByOneGiveTheSameIndexAsWholeSessions() {
        Random random = new Random(7);
        SessionIndex whole = index(50, 20);
        SessionIndex incremental = index(50, 20);
        List<Click> all = new ArrayList<>();
        for (int s = 0; s < 200; s++) {
            for (int i = 0; i <= random.nextInt(6); i++) {
                all.add(new Click(s, "p" + random.nextInt(30), NOW - (200 - s) * 60_000L + i));
            }
        }
        whole.add(all);
        all.forEach(click -> incremental.add(List.of(click)));
        assertThat(scores(incremental, "p1", "p2"))
                .isEqualTo(scores(whole, "p1", "p2"))
                .isNotEmpty();
        assertThat(whole.sessions()).isEqualTo(50);
    }

    @Test
    void theOldestSessionMakesRoomAndABotFillsNoMoreThanItsOwn() {
        SessionIndex index = index(2, 5);
        session(index, 1, NOW, "a", "old");
        session(index, 2, NOW, "a", "new");
        session(index, 3, NOW, "a", "newer");
        assertThat(scores(index, "a"))
                .extracting(NextClick::productId)
                .contains("new", "newer")
                .doesNotContain("old");
        List<Click> bot = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            bot.add(new Click(9, "bot" + i % 1000, NOW + i));
        }
        index.add(bot);
        assertThat(index.sessions()).isEqualTo(2);
        assertThat(scores(index, "a")).extracting(NextClick::productId).contains("newer");
    }

    @Test
    void aGapBeginsAnotherSession() {
        SessionIndex index = index(10, 10);
        index.add(List.of(
                new Click(1, "a", NOW),
                new Click(1, "b", NOW + Duration.ofHours(2).toMillis())));
        assertThat(index.sessions()).isEqualTo(2);
        assertThat(scores(index, "a")).extracting(NextClick::productId).containsExactly("a");
    }

    @Test
    void whoIsForgottenSpeaksNoMore() {
        SessionIndex index = index(10, 10);
        session(index, 1, NOW, "a", "private");
        session(index, 2, NOW, "a", "b");
        index.forget(1);
        assertThat(scores(index, "a")).extracting(NextClick::productId).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void whatNobodyClickedGivesNothing() {
        assertThat(scores(index(10, 10), "a")).isEmpty();
        SessionIndex index = index(10, 10);
        session(index, 1, NOW, "a", "b");
        assertThat(scores(index, "unheard-of")).isEmpty();
        assertThat(scores(index)).isEmpty();
    }

    private static List<NextClick> scores(SessionIndex index, String... clicks) {
        return new SessionScorer(index, WEIGHTS, new StepWeights(0.2, 3, 2, 0.5, 10), 100)
                .score(List.of(clicks), NOW, 20);
    }

    private static SessionIndex index(int sessions, int sessionsPerProduct) {
        return new SessionIndex(new SessionBounds(sessions, 10, sessionsPerProduct, 10_000, Duration.ofMinutes(30)));
    }

    private static void session(SessionIndex index, long owner, long at, String... products) {
        for (String product : products) {
            index.add(List.of(new Click(owner, product, at)));
        }
    }

    private static double score(List<NextClick> next, String productId) {
        return next.stream()
                .filter(one -> one.productId().equals(productId))
                .mapToDouble(NextClick::score)
                .findFirst()
                .orElse(0);
    }
}
