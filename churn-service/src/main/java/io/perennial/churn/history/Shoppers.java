package io.perennial.churn.history;

import io.perennial.churn.history.HistoryStore.Lock;
import io.perennial.common.event.Event;
import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.state.IdentityCopy;
import io.perennial.common.state.PathIdentifiers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Shoppers and their pasts: written under the identifier an event carries, read as merged profiles. */
@Component
public class Shoppers {

    private static final int PAGE = 500;

    private final HistoryStore store;
    private final KnownShopperStore known;
    private final ErasedIdentifierStore erased;
    private final IdentityCopy identities;
    private final TransactionTemplate transaction;

    Shoppers(
            HistoryStore store,
            KnownShopperStore known,
            ErasedIdentifierStore erased,
            IdentityCopy identities,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.known = known;
        this.erased = erased;
        this.identities = identities;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Folds events into the histories: one read and one write for all. Returns those it changed. */
    public Map<Identifier, ShopperHistory> record(List<Event> events) {
        Map<Identifier, List<Event>> byIdentifier = new HashMap<>();
        for (Event event : events) {
            if (HistoryFold.concerns(event)) {
                byIdentifier
                        .computeIfAbsent(event.identifier(), id -> new ArrayList<>())
                        .add(event);
            }
        }
        if (byIdentifier.isEmpty()) {
            return Map.of();
        }
        withoutErased(byIdentifier);
        Map<Identifier, ShopperHistory> histories = store.find(byIdentifier.keySet(), Lock.UPDATE);
        byIdentifier.forEach((identifier, own) -> {
            ShopperHistory history = histories.computeIfAbsent(identifier, id -> new ShopperHistory());
            own.forEach(event -> HistoryFold.add(history, event));
        });
        store.save(histories);
        return histories;
    }

    /** What was received before its shopper asked to be forgotten, and comes only now. */
    private void withoutErased(Map<Identifier, List<Event>> byIdentifier) {
        erased.find(byIdentifier.keySet()).forEach((identifier, requestedAt) -> {
            List<Event> later = byIdentifier.getOrDefault(identifier, List.of()).stream()
                    .filter(event -> event.receivedAt().isAfter(requestedAt))
                    .toList();
            if (later.isEmpty()) {
                byIdentifier.remove(identifier);
            } else {
                byIdentifier.put(identifier, later);
            }
        });
    }

    /**
     * Forgets the histories of a profile's identifiers; their events received until the request are not taken any more.
     *
     * @param old requests of before then are themselves forgotten
     * @return how many histories there were
     */
    public int erase(ProfileId profile, Collection<Identifier> identifiers, Instant requestedAt, Instant old) {
        Set<Identifier> all = new TreeSet<>(identifiers);
        all.addAll(identities.identifiersOf(profile));
        erased.add(all, requestedAt, old);
        return store.delete(all);
    }

    /** The whole shoppers that the identifiers belong to. */
    public List<Shopper> of(Collection<Identifier> identifiers) {
        return merged(identifiers, Map.of(), Lock.NONE);
    }

    /** The whole shoppers that just-folded histories belong to; those are not read again. */
    public List<Shopper> of(Map<Identifier, ShopperHistory> folded) {
        return merged(folded.keySet(), folded, Lock.NONE);
    }

    /** The shoppers of profiles; one that is not known here is left out. */
    public List<Shopper> ofProfiles(Collection<ProfileId> profiles) {
        List<Identifier> identifiers = identities.identifiersOf(profiles).values().stream()
                .flatMap(List::stream)
                .toList();
        return identifiers.isEmpty() ? List.of() : of(identifiers);
    }

    /**
     * The shopper a path names; null where nobody has heard of one. One known from events alone, before profile-service has
     * told who it is, is found too.
     */
    public @Nullable KnownShopper find(String path) {
        Optional<KnownShopper> found = known.find(path);
        if (found.isPresent()) {
            return found.get();
        }
        for (Identifier candidate : PathIdentifiers.of(path)) {
            Shopper shopper = of(List.of(candidate)).getFirst();
            if (!shopper.history().isEmpty()) {
                return new KnownShopper(shopper, known.state(shopper.profileId()));
            }
        }
        return null;
    }

    /**
     * Goes through a population, page by page, each in a transaction; each profile comes once. Memory grows by the
     * ids of the profiles only.
     *
     * @return the profiles visited
     */
    public Set<ProfileId> forEach(Population population, Consumer<List<Shopper>> visitor) {
        return visit(population, Lock.NONE, 1, visitor);
    }

    /** Goes through all who ever ordered; no history of the page changes until the visitor's transaction ends. */
    public Set<ProfileId> forEachBuyerHeld(Consumer<List<Shopper>> visitor) {
        return visit(Population.BUYERS, Lock.SHARE, 1, visitor);
    }

    /**
     * Goes through so many of a population at most, always the same. Each is as likely to be among them, under however many
     * identifiers they came; these are what is counted, so that it is fewer where many have several.
     */
    public Set<ProfileId> sample(Population population, int most, Consumer<List<Shopper>> visitor) {
        return visit(population, Lock.NONE, (double) most / Math.max(1, count(population)), visitor);
    }

    private Set<ProfileId> visit(Population population, Lock lock, double share, Consumer<List<Shopper>> visitor) {
        Set<ProfileId> visited = new HashSet<>();
        List<Identifier> page = store.page(population, null, PAGE, share);
        while (!page.isEmpty()) {
            List<Identifier> present = page;
            transaction.executeWithoutResult(status -> visitor.accept(merged(present, Map.of(), lock).stream()
                    .filter(shopper -> visited.add(shopper.profileId()))
                    .toList()));
            page = store.page(population, page.getLast(), PAGE, share);
        }
        return visited;
    }

    /** How many identifiers belong to the population. */
    public long count(Population population) {
        return store.count(population);
    }

    private List<Shopper> merged(Collection<Identifier> asked, Map<Identifier, ShopperHistory> folded, Lock lock) {
        Map<ProfileId, TreeSet<Identifier>> members = new HashMap<>();
        identities
                .profilesOf(asked)
                .forEach((identifier, profile) ->
                        members.computeIfAbsent(profile, id -> new TreeSet<>()).add(identifier));
        identities
                .identifiersOf(members.keySet())
                .forEach((profile, known) ->
                        members.computeIfAbsent(profile, id -> new TreeSet<>()).addAll(known));
        List<Identifier> unread = members.values().stream()
                .flatMap(Set::stream)
                .filter(identifier -> !folded.containsKey(identifier))
                .toList();
        Map<Identifier, ShopperHistory> histories = new HashMap<>(folded);
        if (!unread.isEmpty()) {
            histories.putAll(store.find(unread, lock));
        }
        List<Shopper> shoppers = new ArrayList<>(members.size());
        members.forEach((profile, identifiers) ->
                shoppers.add(new Shopper(profile, List.copyOf(identifiers), history(identifiers, histories))));
        return shoppers;
    }

    private static ShopperHistory history(
            Collection<Identifier> identifiers, Map<Identifier, ShopperHistory> histories) {
        List<ShopperHistory> parts = new ArrayList<>();
        for (Identifier identifier : identifiers) {
            ShopperHistory part = histories.get(identifier);
            if (part != null) {
                parts.add(part);
            }
        }
        return ShopperHistory.whole(parts);
    }
}
