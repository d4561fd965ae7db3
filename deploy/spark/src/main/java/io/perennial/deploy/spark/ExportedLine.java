package io.perennial.deploy.spark;

import io.perennial.recommendation.history.Interaction;
import io.perennial.recommendation.history.InteractionKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;

/** {@code shopper,product,kind,time}: what one shopper did with one product; the product's id alone may hold commas. */
record ExportedLine(String shopper, Interaction interaction) {

    /** @throws IllegalArgumentException that shows the line and says what is wrong with it */
    static ExportedLine parse(String line) {
        var first = line.indexOf(',');
        var last = line.lastIndexOf(',');
        var beforeLast = line.lastIndexOf(',', last - 1);
        if (first < 1 || beforeLast <= first + 1) {
            throw new IllegalArgumentException("a line has to be shopper,product,kind,time, not: " + line);
        }
        return new ExportedLine(
                line.substring(0, first),
                new Interaction(
                        line.substring(first + 1, beforeLast),
                        kind(line.substring(beforeLast + 1, last), line),
                        time(line.substring(last + 1), line)));
    }

    private static InteractionKind kind(String word, String line) {
        try {
            return InteractionKind.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("kind has to be view, wish, cart, order … in: " + line, e);
        }
    }

    private static Instant time(String word, String line) {
        try {
            return Instant.parse(word);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("time has to be as 2026-01-31T12:00:00Z in: " + line, e);
        }
    }
}
