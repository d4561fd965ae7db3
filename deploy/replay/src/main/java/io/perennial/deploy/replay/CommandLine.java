package io.perennial.deploy.replay;

import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** The arguments of {@code deploy/replay/run}. */
final class CommandLine {

    static final String USAGE = """
            usage: run SOURCE [FILE] [options]
              SOURCE  online-retail | retailrocket | rees46 | simulated
              FILE    the data set, plain or gzip; the simulated shop has none

            time
              --end-now             shift all times so that the last event happens now
              --end INSTANT         … so that it happens then (2026-01-31T12:00:00Z): makes the run reproducible
              --speed N|max         N times real time; default max
            amount
              --limit N             stop after N events
              --repeat N            send the source N times, each time as other shoppers (identifiers suffixed -2, -3 …)
            where to
              --url URL             default http://localhost:8081
              --key KEY             write key; default demo-write-key
              --batch N             messages in a request, default 100, at most 2500
              --connections N       requests under way at once, default 4
              --gzip                compress the requests
              --patience SECONDS    how long a batch is tried while ingest is away, default 120
            shoppers
              --marketing-share X   share of the shoppers who agree to marketing, default 0.6
              --seed N              picks them, and is the simulated shop's chance, default 42
              --dirty FILE          where every skipped line is listed
            simulated shop
              --shoppers N          default 800
              --days N              of history, default 400
              --no-live-moments     leave out the sign-ups, filled carts and visits of the last minutes
              --live SECONDS        go on after the history
              --live-speed N        … at N times real time, default 600
            """;

    private CommandLine() {}

    static ReplayOptions parse(String... arguments) {
        Deque<String> rest = new ArrayDeque<>(Arrays.asList(arguments));
        if (rest.isEmpty()) {
            throw new IllegalArgumentException("which source?");
        }
        SourceKind source = SourceKind.of(rest.remove());
        boolean file = !rest.isEmpty() && !rest.peek().startsWith("--");
        ReplayOptions.Builder options = ReplayOptions.of(source, file ? Path.of(rest.remove()) : null);
        while (!rest.isEmpty()) {
            String option = rest.remove();
            try {
                set(options, option, rest);
            } catch (NumberFormatException | DateTimeException e) {
                throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
            }
        }
        return options.build();
    }

    private static void set(ReplayOptions.Builder options, String option, Deque<String> rest) {
        switch (option) {
            case "--end-now" -> options.endNow(true);
            case "--end" -> options.end(Instant.parse(value(option, rest)));
            case "--speed" -> options.speed(speed(value(option, rest)));
            case "--limit" -> options.limit(Long.parseLong(value(option, rest)));
            case "--repeat" -> options.repeat(Integer.parseInt(value(option, rest)));
            case "--url" -> options.url(URI.create(value(option, rest)));
            case "--key" -> options.key(value(option, rest));
            case "--batch" -> options.batch(Integer.parseInt(value(option, rest)));
            case "--connections" -> options.connections(Integer.parseInt(value(option, rest)));
            case "--gzip" -> options.gzip(true);
            case "--patience" -> options.patience(seconds(value(option, rest)));
            case "--marketing-share" -> options.marketingShare(Double.parseDouble(value(option, rest)));
            case "--seed" -> options.seed(Long.parseLong(value(option, rest)));
            case "--dirty" -> options.dirty(Path.of(value(option, rest)));
            case "--shoppers" -> options.shoppers(Integer.parseInt(value(option, rest)));
            case "--days" -> options.days(Integer.parseInt(value(option, rest)));
            case "--live-moments" -> options.moments(true);
            case "--no-live-moments" -> options.moments(false);
            case "--live" -> options.live(seconds(value(option, rest)));
            case "--live-speed" -> options.liveSpeed(Double.parseDouble(value(option, rest)));
            default -> throw new IllegalArgumentException("there is no option " + option);
        }
    }

    private static String value(String option, Deque<String> rest) {
        String value = rest.poll();
        if (value == null) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return value;
    }

    private static double speed(String value) {
        return value.equals("max") ? Double.POSITIVE_INFINITY : Double.parseDouble(value);
    }

    private static Duration seconds(String value) {
        return Duration.ofMillis((long) (Double.parseDouble(value) * 1000));
    }
}
