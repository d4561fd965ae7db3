package io.perennial.deploy.replay.dataset;

import io.perennial.deploy.replay.message.Action;
import io.perennial.deploy.replay.message.Message;
import io.perennial.deploy.replay.message.MessageStream;
import io.perennial.deploy.replay.message.ProductLine;
import io.perennial.deploy.replay.message.Shopper;
import io.perennial.deploy.replay.table.DirtyLines;
import io.perennial.deploy.replay.table.Row;
import io.perennial.deploy.replay.table.Table;
import io.perennial.deploy.replay.table.Times;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One reading of a REES46 file. */
final class Rees46Stream implements MessageStream {

    private final Table table;
    private final Times times;
    private final DirtyLines dirty;
    private final int time;
    private final int type;
    private final int product;
    private final int categoryId;
    private final int category;
    private final int brand;
    private final int price;
    private final int user;
    private final int session;

    Rees46Stream(Table table, Times times, DirtyLines dirty) throws IOException {
        this.table = table;
        this.times = times;
        this.dirty = dirty;
        time = table.column(Rees46.TIME);
        type = table.column("event_type");
        product = table.column("product_id");
        categoryId = table.columnIfAny("category_id");
        category = table.columnIfAny("category_code");
        brand = table.columnIfAny("brand");
        price = table.column("price");
        user = table.column("user_id");
        session = table.column("user_session");
    }

    @Override
    public @Nullable Message next() throws IOException {
        for (Row row = table.next(); row != null; row = table.next()) {
            switch (read(row)) {
                case Reading.Good(Message message) -> {
                    return message;
                }
                case Reading.Dirt(String reason) -> dirty.report(row.line(), reason, row.raw());
            }
        }
        return null;
    }

    private Reading read(Row row) {
        Instant at = times.read(row, time);
        String productId = row.wholeNumber(product);
        String userId = row.wholeNumber(user);
        String sessionId = row.textOrNull(session);
        BigDecimal each = row.textOrNull(price) == null ? null : row.number(price);
        if (at == null) {
            return new Reading.Dirt("the time is none we know");
        }
        if (productId == null) {
            return new Reading.Dirt("the product is not a whole number");
        }
        if (userId == null) {
            return new Reading.Dirt("the user is not a whole number");
        }
        if (each == null && row.textOrNull(price) != null) {
            return new Reading.Dirt("the price is not a number");
        }
        if (each != null && each.signum() < 0) {
            return new Reading.Dirt("the price is negative");
        }
        String code = row.textOrNull(category);
        ProductLine line = ProductLine.one(
                productId, null, code == null ? row.textOrNull(categoryId) : code, row.textOrNull(brand), each);
        Shopper shopper = Shopper.user(userId);
        shopper = sessionId == null ? shopper : shopper.in(sessionId);
        String kind = row.text(type).toLowerCase(Locale.ROOT);
        Action action = switch (kind) {
            case "view" -> new Action.Viewed(line);
            case "cart" -> new Action.Added(sessionId, line);
            case "remove_from_cart" -> new Action.Removed(sessionId, line);
            case "purchase" -> each == null ? null : ordered(userId, sessionId, at, line);
            default -> null;
        };
        if (action == null) {
            return new Reading.Dirt(
                    kind.equals("purchase") ? "a purchase without a price" : "an event type that is not known");
        }
        return new Reading.Good(new Message("line " + row.line(), shopper, at, action));
    }

    // The file has no order numbers: the shop sells "in one click", and lines of a session lie minutes apart. A line
    // sent twice in
    // the same second gets the same number, and so counts as one order.
    private static Action ordered(String userId, @Nullable String sessionId, Instant at, ProductLine line) {
        String id = (sessionId == null ? userId : sessionId) + "-" + at.getEpochSecond() + "-" + line.productId();
        return new Action.Ordered(id, line.amount(), null, null, List.of(line));
    }

    @Override
    public double progress() {
        return table.progress();
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
