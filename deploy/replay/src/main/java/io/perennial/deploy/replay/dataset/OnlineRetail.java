package io.perennial.deploy.replay.dataset;

import io.perennial.deploy.replay.message.MessageSource;
import io.perennial.deploy.replay.message.MessageStream;
import io.perennial.deploy.replay.message.SeededShare;
import io.perennial.deploy.replay.table.DayOrder;
import io.perennial.deploy.replay.table.DirtyLines;
import io.perennial.deploy.replay.table.Row;
import io.perennial.deploy.replay.table.Table;
import io.perennial.deploy.replay.table.Times;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * UCI Online Retail and Online Retail II. A first look through the file counts each invoice's lines, so that the second
 * knows when an invoice is complete even where its lines do not stand together.
 */
public final class OnlineRetail implements MessageSource {

    /** The shop's till knew no other time. */
    private static final ZoneId SHOP = ZoneId.of("Europe/London");

    static final String[] INVOICE = {"InvoiceNo", "Invoice"};
    static final String[] TIME = {"InvoiceDate"};

    private final Path file;
    private final SeededShare marketing;
    private @Nullable Layout layout;

    /** Reads {@code file}; the customers in {@code marketing} have agreed to marketing. */
    public OnlineRetail(Path file, SeededShare marketing) {
        this.file = file;
        this.marketing = marketing;
    }

    @Override
    public String name() {
        return "online-retail";
    }

    @Override
    public MessageStream open(DirtyLines dirty) throws IOException {
        if (layout == null) {
            layout = Layout.of(file);
        }
        return new OnlineRetailStream(
                Table.open(file, dirty), new Times(SHOP, layout.order), layout.linesOf, marketing, dirty);
    }

    /** What has to be known of the whole file before its lines can be read. */
    private record Layout(DayOrder order, Map<String, Integer> linesOf) {

        private static Layout of(Path file) throws IOException {
            Map<String, Integer> linesOf = new HashMap<>();
            try (Table table = Table.open(file, DirtyLines.unheard())) {
                int invoice = table.column(INVOICE);
                for (Row row = table.next(); row != null; row = table.next()) {
                    linesOf.merge(row.text(invoice), 1, Integer::sum);
                }
            }
            return new Layout(DayOrder.of(file, TIME), linesOf);
        }
    }
}
