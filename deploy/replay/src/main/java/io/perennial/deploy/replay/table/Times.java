package io.perennial.deploy.replay.table;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a moment in any of the forms in circulation; one that does not say its zone is in the file's. */
public final class Times {

    private static final Pattern EPOCH = Pattern.compile("(\\d{10}|\\d{13})(?:\\.0+)?");
    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[ T](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?)?"
                    + " ?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern SLASHED = Pattern.compile(
            "(\\d{1,2})([/.])(\\d{1,2})[/.](\\d{2}|\\d{4})(?: (\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?(?: ?([AaPp])\\.?[Mm]\\.?)?");

    private final ZoneId zone;
    private final DayOrder order;
    private byte[] lastBytes = new byte[0];
    private @Nullable Instant last;

    /** For a file whose zoneless times are those of {@code zone}; daylight saving's doubled hour is read as its first. */
    public Times(ZoneId zone, DayOrder order) {
        this.zone = zone;
        this.order = order;
    }

    /** The field's moment, or null if it is none. */
    public @Nullable Instant read(Row row, int field) {
        // Neighbouring lines mostly say the same.
        if (!row.holds(field, lastBytes)) {
            lastBytes = row.bytes(field);
            last = read(row.text(field));
        }
        return last;
    }

    /** The text's moment, or null if it is none. */
    public @Nullable Instant read(String text) {
        try {
            Matcher epoch = EPOCH.matcher(text);
            if (epoch.matches()) {
                long number = Long.parseLong(epoch.group(1));
                return epoch.group(1).length() == 13 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
            }
            Matcher iso = ISO.matcher(text);
            if (iso.matches()) {
                return iso(iso);
            }
            Matcher slashed = SLASHED.matcher(text);
            return slashed.matches() ? slashed(slashed) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Instant iso(Matcher m) {
        LocalDateTime local = LocalDateTime.of(
                number(m, 1), number(m, 2), number(m, 3), number(m, 4), number(m, 5), number(m, 6), nanos(m.group(7)));
        String offset = m.group(8);
        return local.atZone(offset == null ? zone : offset.length() > 3 ? ZoneOffset.of(offset) : ZoneOffset.UTC)
                .toInstant();
    }

    private Instant slashed(Matcher m) {
        // With dots the day always comes first: that is how the countries that use them write.
        boolean dayFirst = order == DayOrder.DAY_FIRST || m.group(2).equals(".");
        int year = number(m, 4) + (m.group(4).length() == 2 ? 2000 : 0);
        int hour = number(m, 5);
        if (m.group(8) != null) {
            hour = hour % 12 + (m.group(8).equalsIgnoreCase("p") ? 12 : 0);
        }
        return LocalDateTime.of(
                        year,
                        number(m, dayFirst ? 3 : 1),
                        number(m, dayFirst ? 1 : 3),
                        hour,
                        number(m, 6),
                        number(m, 7))
                .atZone(zone)
                .toInstant();
    }

    private static int number(Matcher m, int group) {
        return m.group(group) == null ? 0 : Integer.parseInt(m.group(group));
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    }
}
