package io.perennial.profile.affinity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Affinities fade, and are the same in any order, any split and any merge. */
class AffinitiesTests {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Fading MONTH = new Fading(Duration.ofDays(30));

    private record Seen(String name, double weight, Instant at) {}

    @Test
    void anInterestWeighsHalfAfterItsHalfLife() {
        Affinities affinities = new Affinities(MONTH);
        affinities.add("Toys", 4, NOW.minus(Duration.ofDays(30)));
        affinities.add("Books", 3, NOW);

        List<Affinity> strongest = affinities.strongest(5, NOW);

        assertThat(strongest).extracting(Affinity::name).containsExactly("Books", "Toys");
        assertThat(strongest.get(1).weight()).isCloseTo(2, within(1e-12));
    }

    @Test
    void decadesApartStillAddUp() {
        Affinities affinities = new Affinities(new Fading(Duration.ofDays(1)));
        affinities.add("Toys", 1, NOW);
        affinities.add("Toys", 1, NOW.minus(Duration.ofDays(20_000)));
        affinities.add("Old", 1, NOW.minus(Duration.ofDays(20_000)));

        assertThat(affinities.strongest(1, NOW).getFirst().weight()).isCloseTo(1, within(1e-12));
        assertThat(affinities.strongest(2, NOW)).extracting(Affinity::name).containsExactly("Toys", "Old");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 60, 500, 700, 3000})
    void orderSplitAndMergeDoNotMatter(int names) throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        System.out.println("AffinitiesTests seed " + seed + " names " + names);
        List<Seen> all = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            Instant at = NOW.minusSeconds(random.nextInt(400 * 86_400));
            all.add(new Seen("p" + (int) (names * Math.pow(random.nextDouble(), 2)), 1 + random.nextInt(5), at));
        }
        Affinities inOrder = folded(all);
        Collections.shuffle(all, random);
        Affinities shuffled = folded(all);
        Affinities stored = new Affinities(MONTH);
        Affinities merged = new Affinities(MONTH);
        for (int from = 0; from < all.size(); ) {
            List<Seen> part = all.subList(from, Math.min(all.size(), from + 1 + random.nextInt(900)));
            part.forEach(seen -> merged.add("never", 0, NOW)); // touches must not disturb
            merged.merge(folded(part));
            for (Seen seen : part) {
                stored.add(seen.name(), seen.weight(), seen.at());
            }
            stored = read(written(stored));
            from += part.size();
        }
        same(shuffled, inOrder);
        same(stored, inOrder);
        inOrder.add("never", 0, NOW);
        same(merged, inOrder);
    }

    @Test
    void beyondTheLimitTheStrongestStayCloseToTheTruth() {
        Affinities affinities = new Affinities(MONTH);
        for (int i = 0; i < 5000; i++) {
            affinities.add("p" + i, 1, NOW.minusSeconds(1));
        }
        for (int i = 0; i < 100; i++) {
            affinities.add("favourite", 5, NOW);
        }
        Affinity strongest = affinities.strongest(1, NOW).getFirst();
        assertThat(strongest.name()).isEqualTo("favourite");
        assertThat(strongest.weight()).isBetween(500.0, 500 + 0.005 * 5500);
        assertThat(affinities.strongest(1000, NOW)).hasSizeLessThanOrEqualTo(Affinities.NAMED);
    }

    private static void same(Affinities one, Affinities other) {
        List<Affinity> expected = byName(other);
        List<Affinity> actual = byName(one);
        assertThat(actual)
                .extracting(Affinity::name)
                .isEqualTo(expected.stream().map(Affinity::name).toList());
        for (int i = 0; i < expected.size(); i++) {
            double weight = expected.get(i).weight();
            assertThat(actual.get(i).weight()).isCloseTo(weight, within(1e-9 * Math.max(1, weight)));
        }
    }

    private static List<Affinity> byName(Affinities affinities) {
        List<Affinity> all = new ArrayList<>(affinities.strongest(10_000, NOW));
        all.sort(java.util.Comparator.comparing(Affinity::name));
        return all;
    }

    private static Affinities folded(List<Seen> all) {
        Affinities affinities = new Affinities(MONTH);
        all.forEach(seen -> affinities.add(seen.name(), seen.weight(), seen.at()));
        return affinities;
    }

    private static byte[] written(Affinities affinities) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        affinities.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static Affinities read(byte[] bytes) throws IOException {
        return Affinities.read(new DataInputStream(new ByteArrayInputStream(bytes)), MONTH);
    }
}
