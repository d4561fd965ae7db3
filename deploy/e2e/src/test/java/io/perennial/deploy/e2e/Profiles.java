package io.perennial.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.deploy.local.service.Service;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every shopper's profile beside the ledger. */
record Profiles(RunningSuite shop) {

    private static final int AT_ONCE = 12;
    private static final int SHOWN = 30;

    /** Asks for each shopper of the ledger, and names those of whom anything differs. */
    void agreeWith(Ledger ledger) {
        var different = differences(ledger.accounts());
        assertThat(different)
                .as(() -> "%d of %d shoppers differ:%n%s"
                        .formatted(
                                different.size(),
                                ledger.accounts().size(),
                                different.stream().limit(SHOWN).collect(Collectors.joining("\n"))))
                .isEmpty();
    }

    private List<String> differences(Map<String, Ledger.Account> accounts) {
        var pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var asked = accounts.entrySet().stream()
                    .map(account -> pool.submit(() ->
                            difference(account.getKey(), account.getValue()).toList()))
                    .toList();
            return asked.stream().flatMap(Profiles::result).toList();
        } finally {
            pool.shutdownNow();
        }
    }

    private static Stream<String> result(Future<List<String>> asked) {
        try {
            return asked.get().stream();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a profile could not be asked for", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Stream<String> difference(String shopper, Ledger.Account wanted) {
        var answer = shop.get(Service.PROFILE, "/v1/profiles/" + shopper);
        if (answer.status() != 200) {
            return Stream.of("  %s: %d %s".formatted(shopper, answer.status(), answer.text()));
        }
        return Stream.of(
                differs("events", wanted.events(), answer.json().path("events").asInt(-1)),
                differs("orders", wanted.orders(), answer.json().path("orders").asInt(-1)),
                differs("revenue", wanted.revenue(), answer.amount("revenue")))
                .filter(text -> !text.isEmpty())
                .reduce((a, b) -> a + ", " + b)
                .map(text -> "  " + shopper + ": " + text)
                .stream();
    }

    private static String differs(String what, int wanted, int got) {
        return wanted == got ? "" : what + " should be " + wanted + " and is " + got;
    }

    private static String differs(String what, BigDecimal wanted, BigDecimal got) {
        return wanted.compareTo(got) == 0 ? "" : what + " should be " + wanted + " and is " + got;
    }
}
