package io.perennial.profile.trait;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A shopper's traits by name. At most {@value #MOST} are kept: the ones stated latest. Since a trait's only memory is its
 * holding statement, that choice is the same in any order of arrival (with {@link Precedence#LATEST}).
 */
public final class Traits {

    /** More names than this are a bad integration, not a person. */
    public static final int MOST = 256;

    private static final Comparator<Map.Entry<String, Trait>> BY_AGE =
            Comparator.<Map.Entry<String, Trait>, Trait>comparing(
                            Map.Entry::getValue, Comparator.comparing(Trait::stamp))
                    .thenComparing(Map.Entry::getKey);

    private final Map<String, Trait> byName = new TreeMap<>();

    /** Takes a statement in; true where it holds now. */
    public boolean state(String name, Trait trait, Precedence precedence) {
        Trait holder = byName.get(name);
        if (holder != null && !precedence.holds(trait, holder)) {
            return false;
        }
        byName.put(name, trait);
        if (byName.size() > MOST) {
            byName.remove(Collections.min(byName.entrySet(), BY_AGE).getKey());
        }
        return true;
    }

    public void merge(Traits others, Precedence precedence) {
        others.byName.forEach((name, trait) -> state(name, trait, precedence));
    }

    /** These traits, and of the others those this set says nothing of. */
    public void fillFrom(Traits others) {
        others.byName.forEach(byName::putIfAbsent);
    }

    /** Name to statement, sorted by name, those taken back included. */
    public Map<String, Trait> statements() {
        return Collections.unmodifiableMap(byName);
    }

    /** Name to value, sorted by name, without those taken back. */
    public Map<String, Object> values() {
        Map<String, Object> values = new TreeMap<>();
        byName.forEach((name, trait) -> {
            if (trait.value() != null) {
                values.put(name, trait.value());
            }
        });
        return values;
    }

    /** The value where it is a text, else null. */
    public @Nullable String text(String name) {
        Trait trait = byName.get(name);
        return trait != null && trait.value() instanceof String text ? text : null;
    }

    public boolean isEmpty() {
        return byName.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Traits that && byName.equals(that.byName);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(byName);
    }

    @Override
    public String toString() {
        return "Traits" + byName.keySet();
    }
}
