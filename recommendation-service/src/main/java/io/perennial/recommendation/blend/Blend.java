package io.perennial.recommendation.blend;

import io.perennial.recommendation.sequence.Sequences;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The sum of several models' scores under the items' trend. Immutable. */
public final class Blend implements Scoring {

    private final List<Part> parts;
    private final Trend trend;

    public Blend(List<Part> parts, Trend trend) {
        this.parts = List.copyOf(parts);
        this.trend = trend;
    }

    public List<Part> parts() {
        return parts;
    }

    public Trend trend() {
        return trend;
    }

    /** Another part in one's place. */
    public Blend with(int place, Part part) {
        List<Part> changed = new ArrayList<>(parts);
        changed.set(place, part);
        return new Blend(changed, trend);
    }

    /** Under another trend. */
    public Blend with(Trend other) {
        return new Blend(parts, other);
    }

    /** With a further part. */
    public Blend and(Part part) {
        List<Part> more = new ArrayList<>(parts);
        more.add(part);
        return new Blend(more, trend);
    }

    @Override
    public void score(float[] scores, Sequences sequences, int shopper, int to) {
        Arrays.fill(scores, 0);
        for (Part part : parts) {
            part.addTo(scores, sequences, shopper, to);
        }
        trend.applyTo(scores);
    }
}
