package io.perennial.deploy.replay.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether {@code 1/12/2010} is the twelfth of January or the first of December; the file as a whole knows. */
public enum DayOrder {
    MONTH_FIRST,
    DAY_FIRST;

    private static final Pattern SLASHED = Pattern.compile("^\\s*(\\d{1,2})/(\\d{1,2})/(\\d{2,4})\\b.*");

    /**
     * Reads the file's dates where they are written with slashes. A number above twelve decides; where there is none, the
     * reading that puts the file into the shorter span of time, since files are histories without year-long holes; and where
     * even that is equal, month first with a year of four digits, day first with one of two, the forms most met.
     */
    public static DayOrder of(Path path, String... column) throws IOException {
        Evidence evidence = new Evidence();
        try (Table table = Table.open(path, DirtyLines.unheard())) {
            int field = table.column(column);
            byte[] last = new byte[0];
            for (Row row = table.next(); row != null; row = table.next()) {
                if (row.holds(field, last)) {
                    continue;
                }
                last = row.bytes(field);
                DayOrder decided = evidence.add(row.text(field));
                if (decided != null) {
                    return decided;
                }
            }
        }
        return evidence.weigh();
    }

    /** What the dates seen so far say. */
    private static final class Evidence {

        private final Span monthFirst = new Span();
        private final Span dayFirst = new Span();
        private boolean shortYear;

        private @Nullable DayOrder add(String text) {
            Matcher date = SLASHED.matcher(text);
            if (!date.matches()) {
                // Written otherwise (or broken): such a file does not ask the question.
                return text.indexOf('-') > 0 ? MONTH_FIRST : null;
            }
            int first = Integer.parseInt(date.group(1));
            int second = Integer.parseInt(date.group(2));
            if (first > 12 ^ second > 12) {
                return first > 12 ? DAY_FIRST : MONTH_FIRST;
            }
            shortYear |= date.group(3).length() == 2;
            int year = Integer.parseInt(date.group(3)) * 372;
            monthFirst.add(year + first * 31 + second);
            dayFirst.add(year + second * 31 + first);
            return null;
        }

        private DayOrder weigh() {
            int longer = Integer.compare(monthFirst.days(), dayFirst.days());
            return longer > 0 || (longer == 0 && shortYear) ? DAY_FIRST : MONTH_FIRST;
        }
    }

    /** From the first to the last day, in days of a calendar whose months all have 31. */
    private static final class Span {

        private int first = Integer.MAX_VALUE;
        private int last = Integer.MIN_VALUE;

        private void add(int day) {
            first = Math.min(first, day);
            last = Math.max(last, day);
        }

        private int days() {
            return Math.max(0, last - first);
        }
    }
}
