package io.perennial.profile.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Visits are the same in any order, any split and any merge. */
class SessionsTests {

    private static final long GAP = 1800;
    private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");

    @Test
    void aPauseOfTheGapIsStillOneVisitAndOneSecondMoreIsTwo() {
        Sessions sessions = new Sessions(GAP);
        sessions.add(START, false);
        sessions.add(START.plusSeconds(GAP), false);
        assertThat(sessions.count()).isEqualTo(1);
        sessions.add(START.plusSeconds(2 * GAP + 1), false);
        assertThat(sessions.count()).isEqualTo(2);
    }

    @Test
    void aLateEventJoinsTwoVisitsAndAnOrderMarksThem() {
        Sessions sessions = new Sessions(GAP);
        sessions.add(START, true);
        sessions.add(START.plusSeconds(3000), false);
        assertThat(sessions.count()).isEqualTo(2);
        assertThat(sessions.ordered()).isEqualTo(1);
        sessions.add(START.plusSeconds(1500), false);
        assertThat(sessions.asList())
                .containsExactly(new Sessions.Session(START.getEpochSecond(), START.getEpochSecond() + 3000, true));
    }

    @RepeatedTest(20)
    void orderSplitAndMergeDoNotMatter() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        System.out.println("SessionsTests seed " + seed);
        List<Instant> all = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            all.add(START.plusSeconds(random.nextInt(400_000)));
        }
        Sessions inOrder = new Sessions(GAP);
        all.stream().sorted().forEach(at -> inOrder.add(at, at.getEpochSecond() % 7 == 0));
        Collections.shuffle(all, random);
        Sessions one = new Sessions(GAP);
        Sessions other = new Sessions(GAP);
        all.forEach(at -> (random.nextBoolean() ? one : other).add(at, at.getEpochSecond() % 7 == 0));
        one.merge(other);

        assertThat(one).isEqualTo(inOrder);
        long counted = 0;
        List<Instant> sorted = all.stream().sorted().toList();
        for (int i = 0; i < sorted.size(); i++) {
            if (i == 0 || sorted.get(i).getEpochSecond() - sorted.get(i - 1).getEpochSecond() > GAP) {
                counted++;
            }
        }
        assertThat(one.count()).isEqualTo((int) counted);
    }
}
