package io.perennial.churn.training;

import io.perennial.churn.history.Activity;
import io.perennial.churn.history.OrderVersion;
import io.perennial.churn.history.Refund;
import io.perennial.churn.history.ShopperHistory;
import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The histories of UCI Online Retail's customers, as replaying the file would make them. */
final class OnlineRetail {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private OnlineRetail() {}

    /** Where the file is; null where it is not there. */
    static @Nullable Path file() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared/data/online-retail.csv.gz");
            if (Files.exists(file)) {
                return file;
            }
        }
        return null;
    }

    static Map<ProfileId, ShopperHistory> histories(Path file) throws IOException {
        Map<String, Invoice> invoices = new HashMap<>();
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
        Map<ProfileId, ShopperHistory> histories = new HashMap<>();
        invoices.values().forEach(invoice -> invoice.addTo(histories));
        return histories;
    }

    private static void read(List<String> cells, Map<String, Invoice> invoices) {
        Instant at = LocalDateTime.parse(cells.get(4), TIME).toInstant(ZoneOffset.UTC);
        int quantity = Integer.parseInt(cells.get(3));
        double price = Double.parseDouble(cells.get(5));
        boolean credit = cells.get(0).startsWith("C");
        if (!credit && (quantity <= 0 || price <= 0)) {
            return;
        }
        int customer = (int) Double.parseDouble(cells.get(6));
        Invoice invoice = invoices.computeIfAbsent(cells.get(0), id -> new Invoice(id, customer, at, credit));
        invoice.amount += Math.abs(quantity * price);
        invoice.products.add(cells.get(1));
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

    private static final class Invoice {

        private final String id;
        private final int customer;
        private final Instant at;
        private final boolean credit;
        private final Set<String> products = new HashSet<>();
        private double amount;

        Invoice(String id, int customer, Instant at, boolean credit) {
            this.id = id;
            this.customer = customer;
            this.at = at;
            this.credit = credit;
        }

        void addTo(Map<ProfileId, ShopperHistory> histories) {
            ProfileId profile = ProfileId.of(Identifier.user(Integer.toString(customer)));
            ShopperHistory history = histories.computeIfAbsent(profile, p -> new ShopperHistory());
            if (credit) {
                history.refunded(id, new Refund(at, id, amount));
            } else {
                history.active(Activity.VISIT, at);
                history.ordered(id, new OrderVersion(at, id, amount, products.size(), List.of()));
            }
        }
    }
}
