package io.perennial.campaign.wait;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.campaign.decision.Candidate;
import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WaitBookTests {

    private static final Instant START = Instant.parse("2026-03-10T10:00:00Z");
    private static final Duration WITHIN = Duration.ofMinutes(60);

    /** An event on the minute: a start or a follower of a shopper. */
    private record Happening(String shopper, boolean start, int minute) {}

    @Test
    void whatFiresDoesNotDependOnTheOrderOfArrival() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            List<Happening> happenings = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                happenings.add(new Happening("s" + random.nextInt(6), random.nextBoolean(), random.nextInt(180)));
            }
            Set<String> inOrder = firing(List.of(happenings));
            Collections.shuffle(happenings, random);
            int cut = random.nextInt(happenings.size());
            List<List<Happening>> batches =
                    List.of(happenings.subList(0, cut), happenings.subList(cut, happenings.size()), happenings);

            assertThat(firing(batches)).as("seed %d", seed).isEqualTo(inOrder);
        }
    }

    @Test
    void aFollowerInTimeCallsItOffEvenWhenItArrivesFirst() {
        assertThat(firing(List.of(List.of(new Happening("s", false, 30)), List.of(new Happening("s", true, 10)))))
                .isEmpty();
        assertThat(firing(List.of(List.of(new Happening("s", false, 30), new Happening("s", true, 10)))))
                .isEmpty();
    }

    @Test
    void aFollowerBeforeTheStartOrAfterTheTimeDoesNot() {
        assertThat(firing(List.of(List.of(new Happening("s", true, 10), new Happening("s", false, 9)))))
                .containsExactly("s@10");
        assertThat(firing(List.of(List.of(new Happening("s", true, 10), new Happening("s", false, 71)))))
                .containsExactly("s@10");
    }

    @Test
    void aLaterStartBeginsTheTimeAnew() {
        assertThat(firing(List.of(List.of(
                        new Happening("s", true, 10), new Happening("s", false, 20), new Happening("s", true, 30)))))
                .containsExactly("s@30");
    }

    @Test
    void whatWaitsForNothingKeepsItsEarlierDueTime() {
        Waiting early = immediate("m1", START, START.plusSeconds(1));
        Waiting late = immediate("m2", START.plusSeconds(10), START.plusSeconds(11));

        assertThat(early.merge(late)).isEqualTo(late.merge(early));
        assertThat(early.merge(late).dueAt()).isEqualTo(START.plusSeconds(1));
        assertThat(early.merge(late).candidate().triggerId()).isEqualTo("m2");
    }

    /** What the store does, in memory: merges books, then asks each wait for its followers. */
    private static Set<String> firing(List<List<Happening>> batches) {
        WaitBook all = new WaitBook();
        for (List<Happening> batch : batches) {
            WaitBook book = new WaitBook();
            batch.forEach(h -> record(book, h));
            book.waits().forEach(all::add);
            book.followers().forEach(all::add);
        }
        Set<String> fired = new TreeSet<>();
        for (Waiting waiting : all.waits()) {
            List<Instant> followers = all.followers().stream()
                    .filter(f -> f.profileId().equals(waiting.candidate().profileId()))
                    .map(Follower::occurredAt)
                    .toList();
            if (!waiting.isFollowedBy(followers)) {
                Identifier who = waiting.candidate().identifier();
                fired.add((who == null ? "?" : who.value()) + "@"
                        + Duration.between(START, waiting.startedAt()).toMinutes());
            }
        }
        return fired;
    }

    private static void record(WaitBook book, Happening happening) {
        Identifier shopper = Identifier.user(happening.shopper());
        Instant at = START.plus(Duration.ofMinutes(happening.minute()));
        if (happening.start()) {
            Instant due = at.plus(WITHIN);
            book.add(new Waiting(
                    new Candidate(
                            "cart", shopper, ProfileId.of(shopper), "m" + happening.minute(), due, at, false, Map.of()),
                    "",
                    at,
                    due,
                    true));
        } else {
            book.add(new Follower("cart", ProfileId.of(shopper), "", at, at.plus(Duration.ofDays(1))));
        }
    }

    private static Waiting immediate(String triggerId, Instant at, Instant due) {
        Identifier shopper = Identifier.user("s");
        return new Waiting(
                new Candidate("seen", shopper, ProfileId.of(shopper), triggerId, at, at, false, Map.of()),
                "",
                at,
                due,
                false);
    }
}
