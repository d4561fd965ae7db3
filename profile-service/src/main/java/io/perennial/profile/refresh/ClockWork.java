package io.perennial.profile.refresh;

import io.perennial.common.identity.ProfileId;
import io.perennial.common.job.LeaderLock;
import io.perennial.profile.rfm.Populations;
import io.perennial.profile.state.ProfilePublisher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes profiles that nothing happens to: their stage runs out, or the population they are measured by moves. One replica
 * at a time, in chunks of bounded size, each its own transaction.
 */
@Component
class ClockWork {

    /** Profiles locked at once: an event of one of them waits until they are done. */
    private static final int CHUNK = 50;

    /** Rest for each time of a whole refresh. */
    private static final int RESTS = 19;

    private static final UUID FIRST = new UUID(0, 0);

    private final LeaderLock leader;
    private final Populations populations;
    private final DueProfiles due;
    private final ProfilePublisher publisher;
    private final TransactionOperations transactions;
    private final Clock clock;
    private volatile Instant rested = Instant.MIN;

    ClockWork(
            LeaderLock leader,
            Populations populations,
            DueProfiles due,
            ProfilePublisher publisher,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.leader = leader;
        this.populations = populations;
        this.due = due;
        this.publisher = publisher;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${perennial.refresh.stages-every}",
            fixedDelayString = "${perennial.refresh.stages-every}")
    void stages() {
        leader.runIfLeader("profile-stages", () -> refreshStages(clock.instant()));
    }

    @Scheduled(
            initialDelayString = "${perennial.refresh.population-every}",
            fixedDelayString = "${perennial.refresh.population-every}")
    void population() {
        leader.runIfLeader("profile-population", this::refreshPopulationRested);
    }

    /** Republishes whose stage has run out as of the time. */
    void refreshStages(Instant asOf) {
        List<ProfileId> chunk = due.stageRunOut(asOf, CHUNK);
        while (!chunk.isEmpty()) {
            refresh(chunk);
            chunk = chunk.size() < CHUNK ? List.of() : due.stageRunOut(asOf, CHUNK);
        }
    }

    /** The schedule's time, and not before it has rested several times as long as it took: a large shop takes a while. */
    private void refreshPopulationRested() {
        Instant start = clock.instant();
        if (start.isBefore(rested)) {
            return;
        }
        refreshPopulation(start);
        Instant end = clock.instant();
        rested = end.plus(Duration.between(start, end).multipliedBy(RESTS));
    }

    /** Looks at the buyers where they changed, then republishes all whose score or stage is another by it. */
    void refreshPopulation(Instant asOf) {
        if (!populations.look(asOf)) {
            return;
        }
        List<ProfileId> chunk = due.buyersAfter(FIRST, CHUNK);
        while (!chunk.isEmpty()) {
            refresh(chunk);
            chunk = due.buyersAfter(chunk.getLast().value(), CHUNK);
        }
    }

    /** Refreshes a chunk, then rests as long as it took: what happens to shoppers now goes before what the clock does. */
    private void refresh(List<ProfileId> chunk) {
        long start = System.nanoTime();
        transactions.executeWithoutResult(status -> publisher.refresh(chunk));
        LockSupport.parkNanos(System.nanoTime() - start);
    }
}
