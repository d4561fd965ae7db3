package io.perennial.deploy.replay.dataset;

import io.perennial.deploy.replay.message.Action;
import io.perennial.deploy.replay.message.Message;
import io.perennial.deploy.replay.message.MessageStream;
import io.perennial.deploy.replay.message.SeededShare;
import io.perennial.deploy.replay.message.Shopper;
import io.perennial.deploy.replay.table.DirtyLines;
import io.perennial.deploy.replay.table.Row;
import io.perennial.deploy.replay.table.Table;
import io.perennial.deploy.replay.table.Times;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One reading of Online Retail: an identify where a customer first appears, an order or a refund where an invoice ends. */
final class OnlineRetailStream implements MessageStream {

    private final Table table;
    private final Times times;
    private final Map<String, Integer> linesOf;
    private final SeededShare marketing;
    private final DirtyLines dirty;
    private final int invoice;
    private final int product;
    private final int name;
    private final int quantity;
    private final int time;
    private final int price;
    private final int customer;
    private final int country;
    private final Map<String, Open> open = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Queue<Message> ready = new ArrayDeque<>();

    OnlineRetailStream(Table table, Times times, Map<String, Integer> linesOf, SeededShare marketing, DirtyLines dirty)
            throws IOException {
        this.table = table;
        this.times = times;
        this.linesOf = linesOf;
        this.marketing = marketing;
        this.dirty = dirty;
        invoice = table.column(OnlineRetail.INVOICE);
        product = table.column("StockCode");
        name = table.columnIfAny("Description");
        quantity = table.column("Quantity");
        time = table.column(OnlineRetail.TIME);
        price = table.column("UnitPrice", "Price");
        customer = table.column("CustomerID");
        country = table.columnIfAny("Country");
    }

    @Override
    public @Nullable Message next() throws IOException {
        while (ready.isEmpty()) {
            Row row = table.next();
            if (row == null) {
                return null;
            }
            String number = row.text(invoice);
            Open entry = open.computeIfAbsent(number, n -> new Open(new Invoice(n), linesOf.getOrDefault(n, 0)));
            String dirt = number.isEmpty() ? "no invoice number" : read(row, entry.invoice);
            if (dirt != null) {
                dirty.report(row.line(), dirt, row.raw());
            }
            if (--entry.left == 0) {
                open.remove(number);
                Message message = entry.invoice.message();
                if (message != null) {
                    ready.add(message);
                }
            }
        }
        return ready.poll();
    }

    private @Nullable String read(Row row, Invoice target) {
        Instant at = times.read(row, time);
        if (at == null) {
            return "the date is none we know";
        }
        target.seen(at);
        String customerId = row.wholeNumber(customer);
        if (customerId == null && row.textOrNull(customer) != null) {
            return "the customer is not a whole number";
        }
        if (customerId != null && known.add(customerId)) {
            ready.add(identify(customerId, row, at));
        }
        BigDecimal pieces = row.number(quantity);
        if (pieces == null) {
            return "the quantity is not a number";
        }
        BigDecimal each = row.number(price);
        if (each == null) {
            return "the price is not a number";
        }
        return target.add(customerId, row.textOrNull(product), name < 0 ? null : row.textOrNull(name), pieces, each);
    }

    private Message identify(String customerId, Row row, Instant at) {
        return new Message(
                "identify " + customerId,
                Shopper.user(customerId),
                at,
                new Action.Identified(null, null, row.textOrNull(country), marketing.holds(customerId)));
    }

    @Override
    public double progress() {
        return table.progress();
    }

    @Override
    public void close() throws IOException {
        table.close();
    }

    /** An invoice and how many of its lines are still to come. */
    private static final class Open {

        private final Invoice invoice;
        private int left;

        private Open(Invoice invoice, int left) {
            this.invoice = invoice;
            this.left = left;
        }
    }
}
