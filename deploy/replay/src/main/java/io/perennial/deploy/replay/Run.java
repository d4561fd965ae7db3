package io.perennial.deploy.replay;

import io.perennial.deploy.replay.dataset.OnlineRetail;
import io.perennial.deploy.replay.dataset.Rees46;
import io.perennial.deploy.replay.dataset.RetailRocket;
import io.perennial.deploy.replay.message.Message;
import io.perennial.deploy.replay.message.MessageJson;
import io.perennial.deploy.replay.message.MessageSource;
import io.perennial.deploy.replay.message.MessageStream;
import io.perennial.deploy.replay.send.Pace;
import io.perennial.deploy.replay.send.Sender;
import io.perennial.deploy.replay.send.Verdicts;
import io.perennial.deploy.replay.shop.ShopStream;
import io.perennial.deploy.replay.shop.SimulatedShop;
import io.perennial.deploy.replay.table.DirtyLines;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One replay from its beginning to its end. */
final class Run {

    /** None of the sources says what it was paid in, but for Online Retail; the suite's shop currency is the pound. */
    private static final String CURRENCY = "GBP";
    /** Where the simulated shop's history ends when nobody says when: the same shop each time. */
    private static final Instant SOME_END = Instant.parse("2025-01-01T00:00:00Z");

    private final ReplayOptions options;
    private final Clock clock;
    private final @Nullable PrintStream screen;
    private final boolean terminal;
    private final @Nullable Instant end;
    private volatile @Nullable MessageStream current;
    private volatile int round;

    Run(ReplayOptions options, Clock clock, @Nullable PrintStream screen, boolean terminal) {
        this.options = options;
        this.clock = clock;
        this.screen = screen;
        this.terminal = terminal;
        // A messageId knows milliseconds, and so should an end that is given again.
        this.end = options.endNow() ? clock.instant().truncatedTo(ChronoUnit.MILLIS) : options.end();
    }

    ReplaySummary go() throws IOException, InterruptedException {
        long started = System.nanoTime();
        MessageSource source = source();
        Duration shift = shift(source);
        try (DirtyLines dirty = DirtyLines.into(options.dirty());
                Sender sender = new Sender(options.target(), new MessageJson(source.name(), CURRENCY), clock)) {
            Feed feed = new Feed(sender, Pace.times(options.speed()), options.limit());
            try (Progress _ = Progress.show(screen, terminal, sender.verdicts(), () -> progress(feed))) {
                for (int i = 0; i < options.repeat(); i++) {
                    round = i;
                    try (MessageStream stream = source.open(i == 0 ? dirty : DirtyLines.unheard())) {
                        current = stream;
                        String suffix = i == 0 ? "" : "-" + (i + 1);
                        pump(stream, feed, shift, suffix);
                        if (stream instanceof ShopStream shop) {
                            afterHistory(shop, feed, sender, suffix);
                        }
                    }
                }
                sender.settle();
            }
            return summary(feed, sender, shift, dirty, Duration.ofNanos(System.nanoTime() - started));
        }
    }

    private MessageSource source() {
        Path file = options.file() == null ? Path.of("") : options.file();
        return switch (options.source()) {
            case ONLINE_RETAIL -> new OnlineRetail(file, options.marketing());
            case RETAILROCKET -> new RetailRocket(file);
            case REES46 -> new Rees46(file);
            case SIMULATED ->
                new SimulatedShop(
                        options.simulation().shoppers(),
                        options.simulation().days(),
                        Objects.requireNonNullElse(end, SOME_END),
                        options.marketing());
        };
    }

    /** What brings the last event to the wished end; the simulated shop is made for its end. */
    private Duration shift(MessageSource source) throws IOException {
        if (end == null || options.source() == SourceKind.SIMULATED) {
            return Duration.ZERO;
        }
        Instant last = null;
        try (MessageStream stream = source.open(DirtyLines.unheard())) {
            Message message = stream.next();
            for (long i = 0; message != null && i < options.limit(); i++, message = stream.next()) {
                last = last == null || message.at().isAfter(last) ? message.at() : last;
            }
        }
        return last == null ? Duration.ZERO : Duration.between(last, end);
    }

    private static void pump(MessageStream stream, Feed feed, Duration shift, String suffix)
            throws IOException, InterruptedException {
        for (Message message = stream.next(); message != null; message = stream.next()) {
            if (!feed.offer(message, message.at().plus(shift), suffix)) {
                return;
            }
        }
    }

    private void afterHistory(ShopStream shop, Feed feed, Sender sender, String suffix)
            throws IOException, InterruptedException {
        if (options.simulation().moments()) {
            // What happens now is for a suite that knows the past.
            sender.settle();
            for (Message message : shop.moments()) {
                feed.offer(message, message.at(), suffix);
            }
        }
        Duration live = options.simulation().live();
        if (live.isPositive() && round == options.repeat() - 1) {
            sender.flush();
            live(shop, feed, live);
        }
    }

    /** Lets the shop go on: its hours pass in seconds, but what happens in it happens now. */
    private void live(ShopStream shop, Feed feed, Duration live) throws IOException, InterruptedException {
        double speed = options.simulation().liveSpeed();
        Instant from = shop.end();
        Instant started = clock.instant();
        shop.goOnUntil(from.plusMillis((long) (live.toMillis() * speed)));
        for (Message message = shop.next(); message != null; message = shop.next()) {
            Duration passed = Duration.between(from, message.at());
            Instant at = started.plusMillis((long) (passed.toMillis() / speed));
            feed.waitFor(Duration.between(clock.instant(), at));
            if (!feed.offer(message, at, "")) {
                return;
            }
        }
    }

    private double progress(Feed feed) {
        MessageStream stream = current;
        double ofSource = stream == null ? 0 : (round + stream.progress()) / options.repeat();
        return Math.max(ofSource, feed.progress());
    }

    private ReplaySummary summary(Feed feed, Sender sender, Duration shift, DirtyLines dirty, Duration elapsed) {
        Verdicts.Count count = sender.verdicts().count();
        return new ReplaySummary(
                options.source(),
                feed.events(),
                feed.first(),
                feed.last(),
                shift,
                count.sent(),
                count.accepted(),
                count.duplicates(),
                count.rejected(),
                count.rejections(),
                count.undelivered(),
                count.retries(),
                count.bytes(),
                elapsed,
                dirty.reasons(),
                options.dirty(),
                sender.failure());
    }
}
