package io.perennial.churn;

import io.perennial.churn.history.HistoryFold;
import io.perennial.churn.history.ShopperHistory;
import io.perennial.common.event.Event;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.testkit.Events;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** UCI Online Retail's known customers: their invoices as orders, their credit notes as refunds. */
public final class OnlineRetail {

    /** When the last invoice was written. */
    public static final Instant LAST = Instant.parse("2011-12-09T12:50:00Z");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private OnlineRetail() {}

    /** Where the file is; null where it is not there. */
    public static @Nullable Path file() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared/data/online-retail.csv.gz");
            if (Files.exists(file)) {
                return file;
            }
        }
        return null;
    }

    /** All events, in the file's order, moved in time. */
    public static List<Event> events(Path file, Duration shift) throws IOException {
        Map<String, Invoice> invoices = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> cells = cells(line);
                if (cells.size() == 8 && !cells.get(6).isEmpty()) {
                    read(cells, invoices);
                }
            }
        }
        return invoices.values().stream().map(invoice -> invoice.event(shift)).toList();
    }

    /** The customers' histories, folded from the events. */
    public static Map<ProfileId, ShopperHistory> histories(Path file) throws IOException {
        Map<ProfileId, ShopperHistory> histories = new HashMap<>();
        for (Event event : events(file, Duration.ZERO)) {
            HistoryFold.add(
                    histories.computeIfAbsent(ProfileId.of(event.identifier()), id -> new ShopperHistory()), event);
        }
        return histories;
    }

    private static void read(List<String> cells, Map<String, Invoice> invoices) {
        int quantity = Integer.parseInt(cells.get(3));
        BigDecimal price = new BigDecimal(cells.get(5));
        boolean credit = cells.get(0).startsWith("C");
        if (!credit && (quantity <= 0 || price.signum() <= 0)) {
            return;
        }
        Instant at = LocalDateTime.parse(cells.get(4), TIME).toInstant(ZoneOffset.UTC);
        String customer = Integer.toString((int) Double.parseDouble(cells.get(6)));
        invoices.computeIfAbsent(cells.get(0), id -> new Invoice(id, customer, at, credit))
                .lines
                .add(new Line(cells.get(1), Math.abs(quantity), price.toPlainString()));
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>(8);
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private record Line(String product, int quantity, String price) {}

    private static final class Invoice {

        private final String id;
        private final String customer;
        private final Instant at;
        private final boolean credit;
        private final List<Line> lines = new ArrayList<>();

        Invoice(String id, String customer, Instant at, boolean credit) {
            this.id = id;
            this.customer = customer;
            this.at = at;
            this.credit = credit;
        }

        Event event(Duration shift) {
            Events event = (credit ? Events.refund(id) : Events.order(id))
                    .messageId(id)
                    .by(customer)
                    .at(at.plus(shift));
            lines.forEach(line -> event.line(line.product(), line.quantity(), line.price()));
            return event.build();
        }
    }
}
