package io.perennial.deploy.bench.demand;

import io.perennial.deploy.replay.table.DayOrder;
import io.perennial.deploy.replay.table.DirtyLines;
import io.perennial.deploy.replay.table.Row;
import io.perennial.deploy.replay.table.Table;
import io.perennial.deploy.replay.table.Times;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Units by product and complete week, sold less taken back, none negative; lines without price are adjustments of the stock,
 * no demand.
 *
 * @param first the Monday the first complete week begins on
 * @param weeks how many there are
 * @param units by product, each as long as there are weeks
 */
record WeeklyUnits(LocalDate first, int weeks, Map<String, double[]> units) {

    /** Postage, fees and vouchers, as the service's profile {@code local} knows them. */
    private static final Pattern NO_PRODUCT =
            Pattern.compile("POST|DOT|M|m|C2|D|S|B|BANK CHARGES|AMAZONFEE|CRUK|PADS|gift_.*|GIFT_.*");

    static WeeklyUnits read(Path file) throws IOException {
        var byWeek = new TreeMap<LocalDate, Map<String, Double>>();
        var earliest = Instant.MAX;
        var latest = Instant.MIN;
        try (var table = Table.open(file, DirtyLines.unheard())) {
            var product = table.column("StockCode");
            var quantity = table.column("Quantity");
            var price = table.column("UnitPrice", "Price");
            var time = table.column("InvoiceDate");
            var times = new Times(ZoneOffset.UTC, DayOrder.of(file, "InvoiceDate"));
            for (var row = table.next(); row != null; row = table.next()) {
                var at = times.read(row, time);
                if (at == null || !isSale(row, product, quantity, price)) {
                    continue;
                }
                earliest = at.isBefore(earliest) ? at : earliest;
                latest = at.isAfter(latest) ? at : latest;
                byWeek.computeIfAbsent(monday(at), week -> new TreeMap<>())
                        .merge(row.text(product), number(row, quantity).doubleValue(), Double::sum);
            }
        }
        if (byWeek.isEmpty()) {
            throw new IOException(file + " holds no sale");
        }
        // A week counts where the file covers all of it: from its first day to the beginning of another.
        var first = monday(earliest).equals(LocalDate.ofInstant(earliest, ZoneOffset.UTC))
                ? monday(earliest)
                : monday(earliest).plusWeeks(1);
        var weeks = (int) ChronoUnit.WEEKS.between(first, monday(latest));
        var units = new TreeMap<String, double[]>();
        byWeek.forEach((monday, sold) -> {
            var week = (int) ChronoUnit.WEEKS.between(first, monday);
            if (week >= 0 && week < weeks) {
                sold.forEach((product, many) ->
                        units.computeIfAbsent(product, key -> new double[weeks])[week] = Math.max(0, many));
            }
        });
        return new WeeklyUnits(first, weeks, units);
    }

    private static boolean isSale(Row row, int product, int quantity, int price) {
        return number(row, price).signum() > 0
                && number(row, quantity).signum() != 0
                && !row.text(product).isEmpty()
                && !NO_PRODUCT.matcher(row.text(product)).matches();
    }

    private static BigDecimal number(Row row, int field) {
        var number = row.number(field);
        return number == null ? BigDecimal.ZERO : number;
    }

    private static LocalDate monday(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
