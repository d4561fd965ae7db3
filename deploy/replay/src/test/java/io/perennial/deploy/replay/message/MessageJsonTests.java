package io.perennial.deploy.replay.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessageJsonTests {

    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");
    private static final ProductLine HEART =
            new ProductLine("85123A", "\"WHITE\" HÉART", null, null, new BigDecimal("2.550"), BigDecimal.valueOf(6));

    private static String json(Message message, String suffix) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new MessageJson("test", "GBP").write(message, AT, suffix, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Message order(BigDecimal revenue) {
        return new Message(
                "536365",
                Shopper.user("17850"),
                Instant.EPOCH,
                new Action.Ordered("536365", revenue, null, null, List.of(HEART)));
    }

    @Test
    void anOrderReadsAsAClientWouldWriteIt() {
        assertThat(json(order(new BigDecimal("15.300")), ""))
                .isEqualTo("""
                {"messageId":"%s","type":"track","event":"Order Completed","userId":"17850",\
                "originalTimestamp":"2026-01-02T03:04:05Z","timestamp":"2026-01-02T03:04:05Z",\
                "properties":{"order_id":"536365","revenue":15.300,"currency":"GBP","products":\
                [{"product_id":"85123A","name":"\\"WHITE\\" HÉART","price":2.550,"quantity":6}]}}""".formatted(new MessageId().of("test", "536365", AT)));
    }

    @Test
    void anIdentifyBringsAddressAndConsent() {
        Message identify = new Message(
                "identify 5",
                Shopper.both("5", "d"),
                Instant.EPOCH,
                new Action.Identified("Ada", null, "France", true));
        assertThat(json(identify, ""))
                .contains("\"type\":\"identify\",\"userId\":\"5\",\"anonymousId\":\"d\"")
                .contains("\"traits\":{\"email\":\"5@example.org\",\"firstName\":\"Ada\",\"country\":\"France\"}")
                .endsWith(
                        "\"context\":{\"consent\":{\"categoryPreferences\":{\"marketing\":true,\"personalisation\":true}}}}");
    }

    @Test
    void whoHasNotAgreedToMarketingSaysNothingOfIt() {
        Message identify = new Message(
                "identify 5", Shopper.user("5"), Instant.EPOCH, new Action.Identified(null, null, null, false));
        assertThat(json(identify, "")).endsWith("\"categoryPreferences\":{\"personalisation\":true}}}}");
    }

    @Test
    void aSuffixMakesOtherShoppersAndOrdersOfTheSameProducts() {
        assertThat(json(order(BigDecimal.TEN), "-2"))
                .contains("\"userId\":\"17850-2\"", "\"order_id\":\"536365-2\"", "\"product_id\":\"85123A\"")
                .doesNotContain(new MessageId().of("test", "536365", AT));
        Message identify = new Message(
                "identify 5", Shopper.user("5"), Instant.EPOCH, new Action.Identified(null, null, null, false));
        assertThat(json(identify, "-2")).contains("\"email\":\"5-2@example.org\"");
    }

    @Test
    void amountsAreWrittenInFullWhateverTheirScale() {
        assertThat(json(order(new BigDecimal("1E+3")), "")).contains("\"revenue\":1000,");
        assertThat(json(order(new BigDecimal("1E-9")), "")).contains("\"revenue\":0.000000001,");
    }

    @Test
    void theMessageIdIsTheSameForTheSameAndOtherForAnythingElse() {
        MessageId ids = new MessageId();
        String id = ids.of("a", "b", AT);
        assertThat(id).matches("[0-9a-f]{32}").isEqualTo(new MessageId().of("a", "b", AT));
        assertThat(List.of(ids.of("x", "b", AT), ids.of("a", "x", AT), ids.of("a", "b", AT.plusMillis(1))))
                .doesNotContain(id)
                .doesNotHaveDuplicates();
    }

    @Test
    void theShareIsKeptToWhateverTheSeed() {
        for (long seed = 0; seed < 5; seed++) {
            SeededShare share = new SeededShare(0.6, seed);
            long picked = IntStream.range(0, 10_000)
                    .filter(id -> share.holds(Integer.toString(id)))
                    .count();
            assertThat(picked).isBetween(5_850L, 6_150L);
        }
        assertThat(new SeededShare(0, 1).holds("5")).isFalse();
        assertThat(new SeededShare(1, 1).holds("5")).isTrue();
    }
}
