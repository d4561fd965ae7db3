package io.perennial.recommendation.session;

import io.perennial.common.identity.Identifier;
import io.perennial.recommendation.catalog.Catalog;
import io.perennial.recommendation.history.HistoryBatch;
import io.perennial.recommendation.history.InteractionKind;
import io.perennial.recommendation.shopper.Shoppers;
import io.perennial.recommendation.shopper.Shoppers.Belonging;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * This replica's session index: the stream appends clicks to a table, every replica takes them in within a second or two,
 * and begins anew from the table now and then. Who has not consented to personalisation is not in it.
 */
@Service
@EnableConfigurationProperties(SessionProperties.class)
public class Sessions {

    private static final int PAGE = 200;

    /** Batches may commit in another order than they were written in: those of the last while are looked at again. */
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    private final SessionStore store;
    private final Shoppers shoppers;
    private final Catalog catalog;
    private final SessionProperties properties;
    private final Clock clock;

    private final Map<Long, Instant> takenIn = new HashMap<>();
    private volatile SessionIndex index;
    private Instant readTo = Instant.EPOCH;
    private Instant begun = Instant.EPOCH;

    Sessions(SessionStore store, Shoppers shoppers, Catalog catalog, SessionProperties properties, Clock clock) {
        this.store = store;
        this.shoppers = shoppers;
        this.catalog = catalog;
        this.properties = properties;
        this.clock = clock;
        this.index = new SessionIndex(properties.bounds());
    }

    /** What may come next after clicks (oldest first), likeliest first. */
    public List<NextClick> after(List<String> clicks, Instant now, int limit) {
        return clicks.isEmpty()
                ? List.of()
                : new SessionScorer(
                                index, properties.weights(), properties.stepWeights(), properties.sessionsPerProduct())
                        .score(clicks, now.toEpochMilli(), limit);
    }

    /** How long after a click the next one begins a session. */
    public Duration gap() {
        return properties.gap();
    }

    /** Appends a batch's views and carts, by one statement or none; within the caller's transaction. */
    public void record(HistoryBatch batch) {
        Instant oldest = clock.instant().minus(properties.kept());
        List<SessionClick> clicks = new ArrayList<>();
        batch.byIdentifier()
                .forEach((identifier, interactions) -> interactions.forEach(interaction -> {
                    boolean click =
                            interaction.kind() == InteractionKind.VIEW || interaction.kind() == InteractionKind.CART;
                    if (click
                            && interaction.at().isAfter(oldest)
                            && !catalog.neverRecommended(interaction.productId())) {
                        clicks.add(new SessionClick(
                                identifier,
                                interaction.productId(),
                                interaction.at().toEpochMilli()));
                    }
                }));
        if (!clicks.isEmpty()) {
            store.append(clicks, clock.instant());
        }
    }

    /** Forgets the identifiers' clicks here at once, on other replicas when they begin anew; how many they were. */
    public long forget(Collection<Identifier> identifiers) {
        Set<String> gone = identifiers.stream().map(Identifier::toString).collect(Collectors.toSet());
        long forgotten = 0;
        Instant time = Instant.EPOCH;
        long batchId = 0;
        List<SessionStore.Batch> page = store.after(time, batchId, Set.of(), PAGE);
        while (!page.isEmpty()) {
            for (SessionStore.Batch batch : page) {
                List<SessionClick> kept = batch.clicks().stream()
                        .filter(click -> !gone.contains(click.identifier()))
                        .toList();
                if (kept.size() < batch.clicks().size()) {
                    forgotten += batch.clicks().size() - kept.size();
                    store.replace(new SessionStore.Batch(batch.batchId(), batch.writtenAt(), kept));
                }
            }
            time = page.getLast().writtenAt();
            batchId = page.getLast().batchId();
            page = page.size() < PAGE ? List.of() : store.after(time, batchId, Set.of(), PAGE);
        }
        gone.forEach(identifier -> index.forget(owner(identifier)));
        return forgotten;
    }

    /** By when every replica has begun anew. */
    public Instant forgottenEverywhereBy() {
        return clock.instant().plus(properties.rebuild()).plus(OVERLAP);
    }

    @Scheduled(fixedDelayString = "${perennial.recommendation.session.poll:1s}")
    synchronized void poll() {
        Instant now = clock.instant();
        if (begun.plus(properties.rebuild()).isBefore(now)) {
            store.deleteBefore(now.minus(properties.kept()));
            takenIn.clear();
            readTo = Instant.EPOCH;
            SessionIndex anew = new SessionIndex(properties.bounds());
            takeIn(anew);
            index = anew;
            begun = now;
        } else {
            takeIn(index);
        }
    }

    private void takeIn(SessionIndex into) {
        Set<Long> known = Set.copyOf(takenIn.keySet());
        Instant time = readTo.equals(Instant.EPOCH) ? readTo : readTo.minus(OVERLAP);
        long batchId = 0;
        List<SessionStore.Batch> page = store.after(time, batchId, known, PAGE);
        while (!page.isEmpty()) {
            add(into, page.stream().flatMap(batch -> batch.clicks().stream()).toList());
            time = page.getLast().writtenAt();
            batchId = page.getLast().batchId();
            readTo = time.isAfter(readTo) ? time : readTo;
            remember(page);
            page = page.size() < PAGE ? List.of() : store.after(time, batchId, known, PAGE);
        }
    }

    /** Those of a page and of before it that will be looked at again. */
    private void remember(List<SessionStore.Batch> page) {
        page.forEach(batch -> takenIn.put(batch.batchId(), batch.writtenAt()));
        Instant from = readTo.minus(OVERLAP);
        takenIn.values().removeIf(writtenAt -> writtenAt.isBefore(from));
    }

    private void add(SessionIndex into, List<SessionClick> news) {
        if (news.isEmpty()) {
            return;
        }
        Set<Identifier> identifiers = new HashSet<>();
        news.forEach(click -> identifiers.add(Identifier.parse(click.identifier())));
        Map<Identifier, Belonging> belongings = shoppers.belongings(identifiers);
        into.add(news.stream()
                .filter(click -> {
                    Belonging belonging = belongings.get(Identifier.parse(click.identifier()));
                    return belonging != null && belonging.personal();
                })
                .map(click -> new SessionIndex.Click(owner(click.identifier()), click.productId(), click.at()))
                .toList());
    }

    /** A number of an identifier that no two are likely to share (FNV-1a). */
    private static long owner(String identifier) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < identifier.length(); i++) {
            hash = (hash ^ identifier.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
