package io.perennial.deploy.bench.churn;

import io.perennial.churn.history.Activity;
import io.perennial.churn.history.OrderVersion;
import io.perennial.churn.history.Refund;
import io.perennial.churn.history.ShopperHistory;
import io.perennial.churn.table.TextTable;
import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Invoice lines of known customers as the histories that their events would have folded into. */
final class RetailHistories {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private RetailHistories() {}

    private static final class Invoice {
        private final Instant at;
        private final String customer;
        private final Set<String> products = new HashSet<>();
        private double amount;

        Invoice(Instant at, String customer) {
            this.at = at;
            this.customer = customer;
        }
    }

    static Map<ProfileId, ShopperHistory> of(TextTable lines) {
        String[] numbers = lines.column("InvoiceNo");
        String[] customers = lines.column("CustomerID");
        String[] quantities = lines.column("Quantity");
        String[] prices = lines.column("UnitPrice");
        String[] codes = lines.column("StockCode");
        String[] dates = lines.column("InvoiceDate");
        Map<String, Invoice> invoices = new HashMap<>();
        for (int row = 0; row < numbers.length; row++) {
            double amount = Integer.parseInt(quantities[row]) * Double.parseDouble(prices[row]);
            boolean credit = numbers[row].startsWith("C");
            if (!customers[row].isEmpty() && (credit || amount > 0)) {
                Instant at = LocalDateTime.parse(dates[row], TIME).toInstant(ZoneOffset.UTC);
                String customer = Integer.toString((int) Double.parseDouble(customers[row]));
                Invoice invoice = invoices.computeIfAbsent(numbers[row], number -> new Invoice(at, customer));
                invoice.products.add(codes[row]);
                invoice.amount += Math.abs(amount);
            }
        }
        Map<ProfileId, ShopperHistory> histories = new HashMap<>();
        invoices.forEach((number, invoice) -> add(
                histories.computeIfAbsent(
                        ProfileId.of(Identifier.user(invoice.customer)), profile -> new ShopperHistory()),
                number,
                invoice));
        return histories;
    }

    private static void add(ShopperHistory history, String number, Invoice invoice) {
        if (number.startsWith("C")) {
            history.refunded(number, new Refund(invoice.at, number, invoice.amount));
        } else {
            history.active(Activity.VISIT, invoice.at);
            history.ordered(
                    number, new OrderVersion(invoice.at, number, invoice.amount, invoice.products.size(), List.of()));
        }
    }
}
