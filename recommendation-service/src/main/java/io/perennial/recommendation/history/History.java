package io.perennial.recommendation.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A shopper's interactions, newest first, as far as they are kept ({@link HistoryFold}), and what they mean: signals of taste, what was
 * bought, what lies in the cart, the session that goes on.
 */
public final class History {

    /** A shopper nobody has seen. */
    public static final History EMPTY = new History(List.of());

    private final List<Interaction> newestFirst;
    private volatile @Nullable Map<String, ProductTimes> byProduct;
    private volatile @Nullable List<Signal> signals;

    private History(List<Interaction> newestFirst) {
        this.newestFirst = newestFirst;
    }

    /** Folds interactions of any order, with repetitions, into a history of at most {@code newest} products a kind. */
    public static History of(Collection<Interaction> interactions, int newest) {
        return EMPTY.with(interactions, newest);
    }

    /** The history of somebody who was known under several identifiers. */
    public static History merged(Collection<History> histories) {
        if (histories.size() == 1) {
            return histories.iterator().next();
        }
        List<Interaction> all = new ArrayList<>();
        histories.forEach(history -> all.addAll(history.newestFirst));
        return of(all, Integer.MAX_VALUE);
    }

    /** This history and what happened besides, bounded again; itself where that changes nothing. */
    public History with(Collection<Interaction> more, int newest) {
        List<Interaction> folded = HistoryFold.of(newestFirst, more, newest);
        return folded == null ? this : new History(folded);
    }

    /** The interactions that fulfil a condition, in their order. */
    public History where(Predicate<Interaction> condition) {
        List<Interaction> left = new ArrayList<>(newestFirst.size());
        for (Interaction interaction : newestFirst) {
            if (condition.test(interaction)) {
                left.add(interaction);
            }
        }
        return left.size() == newestFirst.size() ? this : new History(left);
    }

    /** Takes interactions as they are: the caller knows that they are distinct and in order. */
    static History ordered(List<Interaction> newestFirst) {
        return new History(List.copyOf(newestFirst));
    }

    public List<Interaction> newestFirst() {
        return newestFirst;
    }

    /** One signal a product, the strongest kind that was not taken back since; newest first. */
    public List<Signal> signals() {
        List<Signal> made = signals;
        if (made == null) {
            made = List.copyOf(makeSignals());
            signals = made;
        }
        return made;
    }

    private List<Signal> makeSignals() {
        List<Signal> made = new ArrayList<>();
        byProduct().forEach((productId, times) -> {
            InteractionKind kind = times.strongest();
            if (kind != null) {
                made.add(new Signal(productId, kind, times.of(kind)));
            }
        });
        made.sort(Comparator.comparing(Signal::at).reversed().thenComparing(Signal::productId));
        return made;
    }

    /** What was ordered and not cancelled since; what came back counts too, for nobody wants to see it again. */
    public Set<String> bought() {
        Set<String> bought = new HashSet<>();
        byProduct().forEach((productId, times) -> {
            if (times.bought()) {
                bought.add(productId);
            }
        });
        return bought;
    }

    /** When each bought product was last ordered. */
    public Map<String, Instant> orderedAt() {
        Map<String, Instant> ordered = new HashMap<>();
        for (Interaction interaction : newestFirst) {
            if (interaction.kind() == InteractionKind.ORDER) {
                ordered.putIfAbsent(interaction.productId(), interaction.at());
            }
        }
        return ordered;
    }

    /** How often each product was seen in a list since a time and not clicked since then, as far back as is kept. */
    public Map<String, Integer> seenSince(Instant since) {
        Map<String, Integer> seen = new HashMap<>();
        Set<String> chosen = new HashSet<>();
        for (Interaction interaction : newestFirst) {
            if (interaction.at().isBefore(since)) {
                break;
            }
            if (interaction.kind() != InteractionKind.SEEN) {
                chosen.add(interaction.productId());
            } else if (!chosen.contains(interaction.productId())) {
                seen.merge(interaction.productId(), 1, Integer::sum);
            }
        }
        return seen;
    }

    /** Products viewed or put into the cart in the session that goes on, oldest first: no two further apart than a gap. */
    public List<String> session(Instant now, Duration gap, int most) {
        List<String> clicks = new ArrayList<>();
        Instant next = now;
        for (Interaction interaction : newestFirst) {
            boolean click = interaction.kind() == InteractionKind.VIEW || interaction.kind() == InteractionKind.CART;
            if (click) {
                if (Duration.between(interaction.at(), next).compareTo(gap) > 0 || clicks.size() == most) {
                    break;
                }
                next = interaction.at();
                if (!clicks.contains(interaction.productId())) {
                    clicks.add(interaction.productId());
                }
            }
        }
        return clicks.reversed();
    }

    /** What lies in the cart: put there and neither removed nor ordered since. */
    public List<String> cart() {
        Map<String, ProductTimes> times = byProduct();
        return newestFirst.stream()
                .filter(interaction -> interaction.kind() == InteractionKind.CART)
                .map(Interaction::productId)
                .filter(productId ->
                        times.getOrDefault(productId, ProductTimes.NONE).inCart())
                .toList();
    }

    /** Made once; two threads may make it twice, to the same result. */
    private Map<String, ProductTimes> byProduct() {
        Map<String, ProductTimes> made = byProduct;
        if (made == null) {
            made = new LinkedHashMap<>(); // nearly in the order of signals
            for (Interaction interaction : newestFirst) {
                made.computeIfAbsent(interaction.productId(), id -> new ProductTimes())
                        .add(interaction);
            }
            byProduct = made;
        }
        return made;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof History history && newestFirst.equals(history.newestFirst);
    }

    @Override
    public int hashCode() {
        return newestFirst.hashCode();
    }

    @Override
    public String toString() {
        return newestFirst.toString();
    }
}
