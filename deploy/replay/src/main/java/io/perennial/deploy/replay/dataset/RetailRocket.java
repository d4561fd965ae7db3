package io.perennial.deploy.replay.dataset;

import io.perennial.deploy.replay.message.Action;
import io.perennial.deploy.replay.message.ListStream;
import io.perennial.deploy.replay.message.Message;
import io.perennial.deploy.replay.message.MessageSource;
import io.perennial.deploy.replay.message.MessageStream;
import io.perennial.deploy.replay.message.ProductLine;
import io.perennial.deploy.replay.message.Shopper;
import io.perennial.deploy.replay.table.DayOrder;
import io.perennial.deploy.replay.table.DirtyLines;
import io.perennial.deploy.replay.table.Row;
import io.perennial.deploy.replay.table.Table;
import io.perennial.deploy.replay.table.Times;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * RetailRocket: anonymous visitors. The file is in no order and a transaction's lines stand apart, so it is read whole and
 * told in order of time; the complete file's 2.7 million lines need a heap of 1 GB.
 */
public final class RetailRocket implements MessageSource {

    private static final String[] TIME = {"timestamp"};

    private final Path file;

    /** Reads {@code file}. */
    public RetailRocket(Path file) {
        this.file = file;
    }

    @Override
    public String name() {
        return "retailrocket";
    }

    @Override
    public MessageStream open(DirtyLines dirty) throws IOException {
        List<Message> messages = new ArrayList<>();
        Map<String, List<Purchase>> purchases = new LinkedHashMap<>();
        Times times = new Times(ZoneOffset.UTC, DayOrder.of(file, TIME));
        try (Table table = Table.open(file, dirty)) {
            Columns columns = new Columns(
                    table.column(TIME),
                    table.column("visitorid"),
                    table.column("event"),
                    table.column("itemid"),
                    table.column("transactionid"));
            for (Row row = table.next(); row != null; row = table.next()) {
                String dirt = columns.read(row, times, messages, purchases);
                if (dirt != null) {
                    dirty.report(row.line(), dirt, row.raw());
                }
            }
        }
        purchases.forEach((transaction, lines) -> messages.add(ordered(transaction, lines)));
        messages.sort(Comparator.comparing(Message::at));
        return new ListStream(messages);
    }

    // The data set has no prices: the order counts, its revenue is nothing.
    private static Message ordered(String transaction, List<Purchase> lines) {
        Purchase first = lines.stream().min(Comparator.comparing(Purchase::at)).orElseThrow();
        List<ProductLine> products =
                lines.stream().map(line -> product(line.item)).toList();
        return new Message(
                "transaction " + transaction,
                Shopper.anonymous(first.visitor),
                first.at,
                new Action.Ordered(transaction, BigDecimal.ZERO, null, null, products));
    }

    private static ProductLine product(String item) {
        return ProductLine.one(item, null, null, null, null);
    }

    /** One line of a transaction. */
    private record Purchase(String visitor, String item, Instant at) {}

    /** Where the columns are. */
    private record Columns(int time, int visitor, int event, int item, int transaction) {

        private @Nullable String read(
                Row row, Times times, List<Message> messages, Map<String, List<Purchase>> purchases) {
            Instant at = times.read(row, time);
            if (at == null) {
                return "the time is none we know";
            }
            String who = row.wholeNumber(visitor);
            if (who == null) {
                return "the visitor is not a whole number";
            }
            String what = row.wholeNumber(item);
            if (what == null) {
                return "the item is not a whole number";
            }
            Shopper shopper = Shopper.anonymous(who);
            String key = "line " + row.line();
            switch (row.text(event).toLowerCase(Locale.ROOT)) {
                case "view" -> messages.add(new Message(key, shopper, at, new Action.Viewed(product(what))));
                case "addtocart" -> messages.add(new Message(key, shopper, at, new Action.Added(null, product(what))));
                case "transaction" -> {
                    String id = row.wholeNumber(transaction);
                    if (id == null) {
                        return "a transaction without a number";
                    }
                    purchases.computeIfAbsent(id, t -> new ArrayList<>()).add(new Purchase(who, what, at));
                }
                default -> {
                    return "an event that is not known";
                }
            }
            return null;
        }
    }
}
