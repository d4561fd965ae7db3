package io.perennial.churn.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a cell's text means as a number or a time; NaN where it is neither. */
final class CellParser {

    private static final Set<String> MISSING =
            Set.of("", "na", "n/a", "nan", "null", "none", "?", "-", "--", "missing", "unknown", "#n/a", "nil");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
    private static final Pattern GROUPED = Pattern.compile("[-+]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[-+]?\\d+,\\d+");
    private static final Pattern UNITS = Pattern.compile("^[$€£¥]\\s*|\\s*[%$€£¥]$");
    private static final Pattern ISO =
            Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?:[T ](\\d{1,2}):(\\d{2})(?::(\\d{2}))?.*)?");
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})[./](\\d{1,2})[./](\\d{4}).*");

    private CellParser() {}

    static boolean missing(String text) {
        return MISSING.contains(text.toLowerCase(Locale.ROOT));
    }

    /** A finite number; thousands may be grouped, a currency or percent sign may stand beside it, the decimal sign may be a comma. */
    static double number(String text) {
        String bare = UNITS.matcher(text).replaceAll("");
        double value = Double.NaN;
        if (NUMBER.matcher(bare).matches()) {
            value = Double.parseDouble(bare);
        } else if (GROUPED.matcher(bare).matches()) {
            value = Double.parseDouble(bare.replace(",", ""));
        } else if (DECIMAL_COMMA.matcher(bare).matches()) {
            value = Double.parseDouble(bare.replace(',', '.'));
        }
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    /** Days since 1970; of a date with slashes or dots the day comes first unless it cannot. */
    static double day(String text) {
        try {
            Matcher iso = ISO.matcher(text);
            if (iso.matches()) {
                LocalDate date = LocalDate.of(
                        Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2)), Integer.parseInt(iso.group(3)));
                if (iso.group(4) == null) {
                    return date.toEpochDay();
                }
                LocalDateTime time = date.atTime(Integer.parseInt(iso.group(4)), Integer.parseInt(iso.group(5)));
                return date.toEpochDay() + time.toLocalTime().toSecondOfDay() / 86_400.0;
            }
            Matcher slashed = SLASHED.matcher(text);
            if (slashed.matches()) {
                int first = Integer.parseInt(slashed.group(1));
                int second = Integer.parseInt(slashed.group(2));
                boolean dayFirst = second <= 12;
                return LocalDate.of(
                                Integer.parseInt(slashed.group(3)),
                                dayFirst ? second : first,
                                dayFirst ? first : second)
                        .toEpochDay();
            }
            return Double.NaN;
        } catch (DateTimeException e) {
            return Double.NaN;
        }
    }
}
