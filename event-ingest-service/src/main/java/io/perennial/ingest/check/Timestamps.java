package io.perennial.ingest.check;

import io.perennial.common.event.Instants;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import org.jspecify.annotations.Nullable;

/** Reads ISO-8601 in the forms in circulation; without an offset it is UTC, without a time it is midnight. */
public final class Timestamps {

    private static final DateTimeFormatter TOLERANT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][ ]")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendPattern("[ ]")
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHmm", "Z")
            .optionalEnd()
            .optionalEnd()
            .optionalEnd()
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private Timestamps() {}

    /** The instant, exact to the microsecond as Postgres keeps it; null where the text is no date of the years 1–9999. */
    public static @Nullable Instant parse(@Nullable Object value) {
        if (!(value instanceof String text) || text.length() > 40) {
            return null;
        }
        try {
            Instant instant = instant(text.strip());
            int year = instant.atOffset(ZoneOffset.UTC).get(ChronoField.YEAR);
            return year < 1 || year > 9999 ? null : instant.truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static Instant instant(String text) {
        if (text.endsWith("Z") && text.indexOf('T') == 10) {
            return Instants.parse(text);
        }
        TemporalAccessor parsed = TOLERANT.parse(text);
        LocalDate date = LocalDate.from(parsed);
        LocalTime time = parsed.query(TemporalQueries.localTime());
        ZoneOffset offset = parsed.query(TemporalQueries.offset());
        return date.atTime(time == null ? LocalTime.MIDNIGHT : time)
                .toInstant(offset == null ? ZoneOffset.UTC : offset);
    }
}
