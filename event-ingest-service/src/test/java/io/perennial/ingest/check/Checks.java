package io.perennial.ingest.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.Attributes;
import io.perennial.common.event.Event;
import io.perennial.common.event.EventType;
import io.perennial.common.event.Trust;
import io.perennial.ingest.wire.MessageReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The checks as a shop that counts in pounds would set them, and a message's way through them. */
public final class Checks {

    public static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final MessageReader READER = new MessageReader();

    private Checks() {}

    public static EventChecks ofAShop() {
        return new EventChecks(settings(), () -> "made-by-ingest");
    }

    static CheckSettings settings() {
        return new CheckSettings(
                new IdentifierPolicy(Set.of("null", "undefined", "anonymous", "guest", "-1"), 255),
                new TimePolicy(Duration.ofMinutes(5), Duration.ofDays(365), Instant.parse("1990-01-01T00:00:00Z")),
                new PersonalFields(
                        List.of("email", "phone", "name", "firstName", "lastName", "address", "birthday"),
                        List.of("email", "phone", "firstName", "lastName", "address", "ip"),
                        List.of("ip")),
                new ShopCurrency(
                        Currency.getInstance("GBP"),
                        List.of(
                                new ShopCurrency.Rate(EUR, LocalDate.parse("2020-01-01"), new BigDecimal("0.90")),
                                new ShopCurrency.Rate(EUR, LocalDate.parse("2026-01-01"), new BigDecimal("0.85")))));
    }

    static Receipt receipt() {
        return Receipt.alone("shop", Trust.SERVER, NOW);
    }

    static Verdict check(String message) {
        return check(message, null, receipt());
    }

    static Verdict check(String message, @Nullable EventType pathType, Receipt receipt) {
        return ofAShop().check(attributes(message), pathType, receipt);
    }

    static Event accepted(String message) {
        return accepted(check(message));
    }

    static Event accepted(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
        return ((Verdict.Accepted) verdict).event();
    }

    static Rejection rejected(String message) {
        Verdict verdict = check(message);
        assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
        return ((Verdict.Rejected) verdict).rejection();
    }

    /** A track of user u1 with these properties. */
    static String track(String event, String properties) {
        return "{\"type\":\"track\",\"messageId\":\"m1\",\"userId\":\"u1\",\"event\":\"" + event + "\",\"properties\":"
                + properties + "}";
    }

    static Attributes attributes(String json) {
        return READER.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
