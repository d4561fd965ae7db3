package io.perennial.common.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perennial.common.identity.Identifier;
import io.perennial.common.testkit.Events;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventCodecTests {

    private final EventCodec codec = new EventCodec();

    @Test
    void anEventSurvivesTheJourney() {
        Event order = Events.order("o-1")
                .by("17850")
                .byAnonymous("a-1")
                .email("jane@example.org")
                .consent("marketing", true)
                .line("85123A", 6, "2.55")
                .build();

        assertThat(codec.read(codec.write(order))).isEqualTo(order);
    }

    @Test
    void moneyStaysExact() {
        Event event = read("{\"price\":0.1,\"big\":123456789012345678901234567890,\"exact\":19.990}");

        assertThat(event.properties().number("price")).isEqualTo(new BigDecimal("0.1"));
        assertThat(event.properties().number("exact")).isEqualTo(new BigDecimal("19.990"));
        assertThat(event.properties().number("big")).isEqualTo(new BigDecimal("123456789012345678901234567890"));
    }

    @Test
    void numbersSentAsStringsAndIdsSentAsNumbersAreRead() {
        Event event = codec.read("""
                {"messageId":"m","type":"track","event":"X","userId":17850.0,"timestamp":"2026-01-01T00:00:00Z",
                 "receivedAt":"2026-01-01T00:00:01Z","source":"shop","trust":"server","someday":{"new":[1]},
                 "properties":{"price":" 3.50 ","quantity":"2","product_id":22720,"sold":"TRUE"}}
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(event.identifier()).isEqualTo(Identifier.user("17850"));
        assertThat(event.properties().number("price")).isEqualByComparingTo("3.50");
        assertThat(event.properties().integer("quantity")).isEqualTo(2);
        assertThat(event.properties().text("product_id")).isEqualTo("22720");
        assertThat(event.properties().bool("sold")).isTrue();
    }

    @Test
    void aFutureTimestampNeverMovesTheClock() {
        Event event = Events.viewed("p").by("u").build().toBuilder()
                .timestamp(Instant.parse("2030-01-01T00:00:00Z"))
                .receivedAt(Instant.parse("2026-01-01T00:00:00Z"))
                .build();

        assertThat(event.future()).isTrue();
        assertThat(event.occurredAt()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void whatIsPersonalDoesNotShowInLogs() {
        assertThat(Events.identify("u").email("jane@example.org").build().toString())
                .doesNotContain("jane");
    }

    @Test
    void aMalformedEventSaysWhichFieldIsWrong() {
        assertMalformed("[]", "JSON object");
        assertMalformed("{", "not JSON");
        assertMalformed("{}", "timestamp is missing");
        assertMalformed("{\"timestamp\":\"yesterday\"}", "timestamp must be an ISO-8601 instant");
        assertMalformed("{\"type\":\"purchase\"}", "type must be one of track");
        assertMalformed(
                "{\"messageId\":\"m\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"source\":\"s\"}",
                "needs userId or anonymousId");
    }

    @Test
    void randomDamageIsRefusedOrReadButNeverAnotherException() {
        byte[] whole =
                codec.write(Events.order("o").by("u").line("p", 1, "1.00").build());
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            byte[] damaged = whole.clone();
            for (int j = 0; j <= random.nextInt(3); j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                codec.read(damaged);
            } catch (MalformedEventException expected) {
                // that is the contract
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + new String(damaged, StandardCharsets.UTF_8), e);
            }
        }
    }

    private Event read(String properties) {
        return codec.read(("{\"messageId\":\"m\",\"userId\":\"u\",\"timestamp\":\"2026-01-01T00:00:00Z\","
                        + "\"source\":\"s\",\"properties\":" + properties + "}")
                .getBytes(StandardCharsets.UTF_8));
    }

    private void assertMalformed(String json, String reason) {
        assertThatThrownBy(() -> codec.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedEventException.class)
                .hasMessageContaining(reason);
    }
}
