package io.perennial.deploy.replay;

import io.perennial.deploy.replay.message.SeededShare;
import io.perennial.deploy.replay.send.Target;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything a replay can be told; made by {@link #of}.
 *
 * @param file the data set; null for the simulated shop
 * @param end when the last event is to happen; null leaves the source's own times
 * @param speed times real time, or infinity
 * @param limit the most events to send
 * @param repeat how often the source is sent, each time but the first with every identifier suffixed
 * @param marketing who has agreed to marketing
 * @param dirty where the complete list of dirty lines goes
 */
public record ReplayOptions(
        SourceKind source,
        @Nullable Path file,
        @Nullable Instant end,
        boolean endNow,
        double speed,
        long limit,
        int repeat,
        Target target,
        SeededShare marketing,
        Path dirty,
        Simulation simulation) {

    public ReplayOptions {
        if (source == SourceKind.SIMULATED && file != null) {
            throw new IllegalArgumentException("the simulated shop reads no file");
        }
        if (source != SourceKind.SIMULATED && file == null) {
            throw new IllegalArgumentException(source.word() + " needs the path of its file");
        }
        if (end != null && endNow) {
            throw new IllegalArgumentException("--end and --end-now exclude each other");
        }
        if (!(speed > 0)) {
            throw new IllegalArgumentException("the speed has to be positive, not " + speed);
        }
        if (limit < 0) {
            throw new IllegalArgumentException("the limit cannot be negative: " + limit);
        }
        if (repeat < 1) {
            throw new IllegalArgumentException("a source is sent at least once, not " + repeat + " times");
        }
    }

    /**
     * The simulated shop's own settings.
     *
     * @param days of history
     * @param moments whether a few things happen in the last minutes: sign-ups, filled carts, visits of the long silent
     * @param live how long the shop goes on after its history
     * @param liveSpeed how much faster than real time it then lives
     */
    public record Simulation(int shoppers, int days, boolean moments, Duration live, double liveSpeed) {

        public Simulation {
            if (shoppers < 1 || shoppers > 1_000_000) {
                throw new IllegalArgumentException("a shop has 1 to 1,000,000 shoppers, not " + shoppers);
            }
            if (days < 1 || days > 10_000) {
                throw new IllegalArgumentException("a history has 1 to 10,000 days, not " + days);
            }
            if (live.isNegative() || !(liveSpeed > 0) || Double.isInfinite(liveSpeed)) {
                throw new IllegalArgumentException("the live time and its speed have to be positive");
            }
        }
    }

    /** Starts from the defaults of the command line. */
    public static Builder of(SourceKind source, @Nullable Path file) {
        return new Builder(source, file);
    }

    /** Collects options; what is not set keeps its default. */
    public static final class Builder {

        private final SourceKind source;
        private final @Nullable Path file;
        private @Nullable Instant end;
        private boolean endNow;
        private double speed = Double.POSITIVE_INFINITY;
        private long limit = Long.MAX_VALUE;
        private int repeat = 1;
        private URI url = URI.create("http://localhost:8081");
        private String key = "demo-write-key";
        private int batch = 100;
        private int connections = 4;
        private boolean gzip;
        private Duration patience = Duration.ofMinutes(2);
        private double marketingShare = 0.6;
        private long seed = 42;
        private @Nullable Path dirty;
        private int shoppers = 800;
        private int days = 400;
        private boolean moments = true;
        private Duration live = Duration.ZERO;
        private double liveSpeed = 600;

        private Builder(SourceKind source, @Nullable Path file) {
            this.source = source;
            this.file = file;
        }

        public Builder end(Instant value) {
            end = value;
            return this;
        }

        public Builder endNow(boolean value) {
            endNow = value;
            return this;
        }

        public Builder speed(double value) {
            speed = value;
            return this;
        }

        public Builder limit(long value) {
            limit = value;
            return this;
        }

        public Builder repeat(int value) {
            repeat = value;
            return this;
        }

        public Builder url(URI value) {
            url = value;
            return this;
        }

        public Builder key(String value) {
            key = value;
            return this;
        }

        public Builder batch(int value) {
            batch = value;
            return this;
        }

        public Builder connections(int value) {
            connections = value;
            return this;
        }

        public Builder gzip(boolean value) {
            gzip = value;
            return this;
        }

        public Builder patience(Duration value) {
            patience = value;
            return this;
        }

        public Builder marketingShare(double value) {
            marketingShare = value;
            return this;
        }

        public Builder seed(long value) {
            seed = value;
            return this;
        }

        public Builder dirty(Path value) {
            dirty = value;
            return this;
        }

        public Builder shoppers(int value) {
            shoppers = value;
            return this;
        }

        public Builder days(int value) {
            days = value;
            return this;
        }

        public Builder moments(boolean value) {
            moments = value;
            return this;
        }

        public Builder live(Duration value) {
            live = value;
            return this;
        }

        public Builder liveSpeed(double value) {
            liveSpeed = value;
            return this;
        }

        public ReplayOptions build() {
            // The wrapper script names a folder of the checkout; a call from elsewhere gets the system's temporary one.
            String reports = System.getProperty("replay.reports", System.getProperty("java.io.tmpdir"));
            Path dirtyFile = dirty == null ? Path.of(reports, "perennial-dirty-" + source.word() + ".tsv") : dirty;
            return new ReplayOptions(
                    source,
                    file,
                    end,
                    endNow,
                    speed,
                    limit,
                    repeat,
                    new Target(url, key, batch, connections, gzip, patience),
                    new SeededShare(marketingShare, seed),
                    dirtyFile,
                    new Simulation(shoppers, days, moments, live, liveSpeed));
        }
    }
}
