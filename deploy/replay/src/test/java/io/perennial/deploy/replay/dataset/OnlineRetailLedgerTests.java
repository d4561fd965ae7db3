package io.perennial.deploy.replay.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.deploy.replay.TestFiles;
import io.perennial.deploy.replay.message.Action;
import io.perennial.deploy.replay.message.Message;
import io.perennial.deploy.replay.message.SeededShare;
import io.perennial.deploy.replay.table.DirtyLines;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The whole real file against a ledger made of it by other code: another reader, and the sentences once more. */
class OnlineRetailLedgerTests {

    /** What a shopper's profile has to say in the end. */
    private record Account(long events, long orders, BigDecimal revenue) {

        private static final Account NONE = new Account(0, 0, BigDecimal.ZERO);

        /** Equal amounts are equal however many zeros they end with. */
        private Account {
            revenue = revenue.stripTrailingZeros();
        }

        private Account plus(long event, long order, BigDecimal amount) {
            return new Account(events + event, orders + order, revenue.add(amount));
        }
    }

    private static List<CSVRecord> lines(Path file) throws IOException {
        try (Reader reader = new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.ISO_8859_1);
                var parser = CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            return parser.getRecords();
        }
    }

    private static boolean counts(CSVRecord line) {
        int sign = Integer.signum(Integer.parseInt(line.get("Quantity")));
        boolean cancelled = line.get("InvoiceNo").startsWith("C");
        return sign == (cancelled ? -1 : 1) && Double.parseDouble(line.get("UnitPrice")) > 0;
    }

    private static Map<String, Account> ledger(List<CSVRecord> lines) {
        Map<String, String> owners = new LinkedHashMap<>();
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        Map<String, Account> ledger = new TreeMap<>();
        for (CSVRecord line : lines) {
            String invoice = line.get("InvoiceNo");
            String customer = line.get("CustomerID").replace(".0", "");
            if (!customer.isEmpty()) {
                ledger.putIfAbsent("user " + customer, Account.NONE.plus(1, 0, BigDecimal.ZERO));
            }
            if (counts(line)) {
                owners.put(invoice, customer.isEmpty() ? "anonymous " + invoice : "user " + customer);
                amounts.merge(
                        invoice,
                        new BigDecimal(line.get("UnitPrice")).multiply(new BigDecimal(line.get("Quantity"))),
                        BigDecimal::add);
            }
        }
        amounts.forEach((invoice, amount) -> ledger.merge(
                owners.get(invoice),
                Account.NONE.plus(1, invoice.startsWith("C") ? 0 : 1, amount),
                (a, b) -> a.plus(b.events, b.orders, b.revenue)));
        return ledger;
    }

    private static Map<String, Account> sums(List<Message> messages) {
        Map<String, Account> sums = new TreeMap<>();
        for (Message message : messages) {
            String user = message.shopper().userId();
            Account one = switch (message.action()) {
                case Action.Ordered order -> Account.NONE.plus(1, 1, order.revenue());
                case Action.Refunded refund ->
                    Account.NONE.plus(1, 0, refund.revenue().negate());
                default -> Account.NONE.plus(1, 0, BigDecimal.ZERO);
            };
            sums.merge(
                    user == null ? "anonymous " + message.shopper().anonymousId() : "user " + user,
                    one,
                    (a, b) -> a.plus(b.events, b.orders, b.revenue));
        }
        return sums;
    }

    @Test
    void ourEventsAddUpToTheLedgerForEveryShopper() throws IOException {
        Path file = TestFiles.real("online-retail.csv.gz");
        List<CSVRecord> lines = lines(file);
        Map<String, Account> expected = ledger(lines);
        Readings read = Readings.of(new OnlineRetail(file, new SeededShare(0.6, 42)));
        Map<String, Account> sums = sums(read.messages());

        assertThat(sums.keySet()).isEqualTo(expected.keySet());
        assertThat(sums).isEqualTo(expected);
        assertThat(expected.keySet().stream().filter(id -> id.startsWith("user ")))
                .hasSize(4_372);
        assertThat(read.actions(Action.Identified.class)).hasSize(4_372);
        assertThat(read.actions(Action.Ordered.class)).hasSize(19_960);
        assertThat(read.actions(Action.Refunded.class)).hasSize(3_836);
        assertThat(read.dirt().stream().mapToLong(DirtyLines.Reason::count).sum())
                .isEqualTo(lines.stream().filter(line -> !counts(line)).count());
        double agreed = read.actions(Action.Identified.class).stream()
                        .filter(Action.Identified::marketing)
                        .count()
                / 4_372.0;
        assertThat(agreed).isBetween(0.57, 0.63);
    }
}
