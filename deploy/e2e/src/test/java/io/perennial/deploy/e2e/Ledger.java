package io.perennial.deploy.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * What every shopper's profile has to say, by a reading of the file that shares no code with the replay's: every line is cut at
 * its commas, and only the two fields in front and the five at the end are looked at.
 *
 * @param accounts by identifier as a path takes it, {@code userId:17850}
 * @param firstSeen when a customer appears first, by the file's own clock
 * @param end the file's last time
 */
record Ledger(Map<String, Account> accounts, Map<String, LocalDateTime> firstSeen, LocalDateTime end) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** A shopper's sums. */
    record Account(int events, int orders, BigDecimal revenue) {

        private static Account plus(Account one, Account other) {
            return new Account(one.events + other.events, one.orders + other.orders, one.revenue.add(other.revenue));
        }
    }

    static Ledger of(Path file) throws IOException {
        var identified = new HashMap<String, LocalDateTime>();
        var owners = new HashMap<String, String>();
        var amounts = new HashMap<String, BigDecimal>();
        var end = LocalDateTime.MIN;
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.ISO_8859_1))) {
            lines.readLine();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var fields = line.split(",", -1);
                var last = fields.length - 1;
                var invoice = fields[0];
                var customer = fields[last - 1].replace(".0", "");
                var time = LocalDateTime.parse(fields[last - 3], TIME);
                end = time.isAfter(end) ? time : end;
                if (!customer.isEmpty()) {
                    identified.merge(customer, time, (a, b) -> a.isBefore(b) ? a : b);
                }
                var amount = new BigDecimal(fields[last - 2]).multiply(new BigDecimal(fields[last - 4]));
                var price = new BigDecimal(fields[last - 2]);
                if (price.signum() > 0 && amount.signum() == (invoice.startsWith("C") ? -1 : 1)) {
                    owners.put(invoice, customer.isEmpty() ? "anonymousId:" + invoice : "userId:" + customer);
                    amounts.merge(invoice, amount, BigDecimal::add);
                }
            }
        }
        var accounts = new TreeMap<String, Account>();
        identified.keySet().forEach(customer -> accounts.put("userId:" + customer, new Account(1, 0, BigDecimal.ZERO)));
        amounts.forEach((invoice, amount) -> accounts.merge(
                owners.getOrDefault(invoice, ""),
                new Account(1, invoice.startsWith("C") ? 0 : 1, amount),
                Account::plus));
        return new Ledger(accounts, identified, end);
    }

    int customers() {
        return firstSeen.size();
    }
}
