package io.perennial.profile.affinity;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper leans to in one respect, fading with time, in bounded space and in any order of arrival the same to
 * 1e-9: exact up to {@value #EXACT} names; beyond, all weights go to a linear sketch and only the {@value #NAMED} names
 * seen latest stay known by name. Which side a shopper is on, what the sketch holds and which names were seen latest
 * depend on the events alone. Dropping the weakest instead would make a name that comes back depend on when it went.
 */
public final class Affinities {

    static final int EXACT = 512;
    static final int NAMED = 64;
    private static final int LONGEST_NAME = 200;
    private static final Comparator<Map.Entry<String, Leaning>> BY_TOUCH =
            Comparator.<Map.Entry<String, Leaning>>comparingLong(entry -> entry.getValue().touched)
                    .thenComparing(Map.Entry::getKey);

    /** One name's weight (unused beside a sketch) and when it was last seen. */
    private static final class Leaning {
        private double weight;
        private long touched;

        Leaning(double weight, long touched) {
            this.weight = weight;
            this.touched = touched;
        }
    }

    private final Fading fading;
    private long landmark = Long.MIN_VALUE;
    private final Map<String, Leaning> byName = new HashMap<>();
    private @Nullable CountMinSketch sketch;
    private @Nullable Instant lastAt;
    private double lastGrown;

    public Affinities(Fading fading) {
        this.fading = fading;
    }

    public void add(String name, double weight, Instant at) {
        if (!at.equals(lastAt)) { // the lines of an order share their time
            advanceTo(fading.landmark(at));
            lastAt = at;
            lastGrown = fading.grown(at, landmark);
        }
        add(shortened(name), weight * lastGrown, at.toEpochMilli());
    }

    public void merge(Affinities others) {
        if (others.landmark == Long.MIN_VALUE) {
            return;
        }
        advanceTo(others.landmark);
        if (others.sketch != null) {
            CountMinSketch added = others.sketch.copy();
            added.rescale(cell -> fading.rebase(cell, others.landmark, landmark));
            sketched().merge(added);
        }
        boolean weighed = others.sketch == null;
        others.byName.forEach((name, leaning) ->
                add(name, weighed ? fading.rebase(leaning.weight, others.landmark, landmark) : 0, leaning.touched));
    }

    private void add(String name, double value, long touched) {
        Leaning leaning = byName.computeIfAbsent(name, absent -> new Leaning(0, touched));
        leaning.touched = Math.max(leaning.touched, touched);
        if (sketch != null) {
            sketch.add(name, value);
        } else {
            leaning.weight += value;
        }
        if (sketch == null && byName.size() > EXACT) {
            sketched();
        }
        if (sketch != null && byName.size() > 2 * NAMED) { // not with every line: which are latest stays the same
            forgetEldest();
        }
    }

    private CountMinSketch sketched() {
        if (sketch == null) {
            CountMinSketch all = new CountMinSketch();
            byName.forEach((name, leaning) -> all.add(name, leaning.weight));
            byName.values().forEach(leaning -> leaning.weight = 0);
            sketch = all;
            forgetEldest();
        }
        return sketch;
    }

    private void forgetEldest() {
        if (sketch != null && byName.size() > NAMED) {
            List<Map.Entry<String, Leaning>> eldestFirst = new ArrayList<>(byName.entrySet());
            eldestFirst.sort(BY_TOUCH);
            List.copyOf(eldestFirst.subList(0, byName.size() - NAMED)).forEach(old -> byName.remove(old.getKey()));
        }
    }

    private void advanceTo(long later) {
        long from = landmark;
        if (later <= from) {
            return;
        }
        landmark = later;
        lastAt = null;
        if (from == Long.MIN_VALUE) {
            return;
        }
        byName.values().forEach(leaning -> leaning.weight = fading.rebase(leaning.weight, from, later));
        if (sketch != null) {
            sketch.rescale(cell -> fading.rebase(cell, from, later));
        }
    }

    /** The strongest as of a time, strongest first, ties by name. */
    public List<Affinity> strongest(int most, Instant asOf) {
        forgetEldest();
        List<Affinity> all = new ArrayList<>(byName.size());
        CountMinSketch sums = sketch;
        byName.forEach((name, leaning) -> {
            double value = sums == null ? leaning.weight : sums.estimate(name);
            all.add(new Affinity(name, fading.faded(value, landmark, asOf)));
        });
        all.sort(Comparator.comparingDouble(Affinity::weight).reversed().thenComparing(Affinity::name));
        return List.copyOf(all.subList(0, Math.min(most, all.size())));
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    /** Writes everything but the half-life, which is a setting. */
    public void write(DataOutput out) throws IOException {
        forgetEldest();
        out.writeLong(landmark);
        out.writeBoolean(sketch != null);
        out.writeShort(byName.size());
        for (Map.Entry<String, Leaning> entry : byName.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeLong(entry.getValue().touched);
            if (sketch == null) {
                out.writeDouble(entry.getValue().weight);
            }
        }
        if (sketch != null) {
            for (double cell : sketch.cells()) {
                out.writeDouble(cell);
            }
        }
    }

    public static Affinities read(DataInput in, Fading fading) throws IOException {
        Affinities read = new Affinities(fading);
        read.landmark = in.readLong();
        boolean sketched = in.readBoolean();
        int names = in.readUnsignedShort();
        for (int i = 0; i < names; i++) {
            String name = in.readUTF();
            long touched = in.readLong();
            read.byName.put(name, new Leaning(sketched ? 0 : in.readDouble(), touched));
        }
        if (sketched) {
            double[] cells = new double[CountMinSketch.DEPTH * CountMinSketch.WIDTH];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = in.readDouble();
            }
            read.sketch = new CountMinSketch(cells);
        }
        return read;
    }
}
