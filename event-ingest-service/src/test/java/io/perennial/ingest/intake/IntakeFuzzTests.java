package io.perennial.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.perennial.common.event.EventCodec;
import io.perennial.common.event.EventType;
import io.perennial.common.event.Trust;
import io.perennial.ingest.check.Checks;
import io.perennial.ingest.intake.Judgement.Passed;
import io.perennial.ingest.intake.Judgement.Refused;
import io.perennial.ingest.source.Source;
import io.perennial.ingest.source.SourceLimits;
import io.perennial.ingest.testing.IngestClient;
import io.perennial.ingest.wire.BodyParser;
import io.perennial.ingest.wire.BodyReader;
import io.perennial.ingest.wire.BodyTooLargeException;
import io.perennial.ingest.wire.MalformedBodyException;
import io.perennial.ingest.wire.MessageReader;
import io.perennial.ingest.wire.WireBody;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Mutated bodies are refused as bodies, or judged message by message: nothing else ever happens. */
class IntakeFuzzTests {

    private static final int LIMIT = 100_000;
    private static final int MUTANTS = 4_000;

    private static final List<String> BODIES = List.of("""
            {"batch":[{"type":"track","messageId":"m1","userId":17850.0,"event":"Order Completed","timestamp":"2026-03-15T11:59:00Z",
             "properties":{"order_id":"536365","revenue":"139.12","currency":"GBP","products":[
             {"product_id":"85123A","name":"HANGING HEART","price":2.55,"quantity":6},{"sku":"71053","price":"3.39","quantity":6}]}},
             {"type":"identify","anonymousId":"a-1","traits":{"email":"a@example.org","näme":"😀"},"context":{"ip":"::1"}}],
             "sentAt":"2026-03-15T12:00:00.000Z","context":{"library":{"name":"x"}},"writeKey":"k"}""", """
            {"batch":[{"type":"alias","userId":"u","previousId":"p","originalTimestamp":"2026-03-15 11:00"},
             {"type":"group","userId":"u","groupId":1e2,"integrations":{"All":false}},{"type":"page","name":"Home","category":"c",
             "anonymousId":"x","context":{"traits":{"first_name":"Ada"},"consent":{"categoryPreferences":{"marketing":true}}}}]}""");

    private static final List<String> SPLICES = List.of(
            "null", "true", "-1", "1e999999999", "1E-999999999", "9".repeat(2000), "\"\\u0000\"", "\"\\ud800\"", "{}", "[]",
            "[[[[[[[[", "{\"a\":", "\"\"", "\u0000", "\"undefined\"", "0.00", "\"-5\"", "\"2026-02-30\"", "\"+999999999-01-01\"",
            ",", "}", "]", "\"products\":", "\"revenue\":", "\"userId\":", "\"timestamp\":", "\"EUR\"", "\"XXX\"", "\"type\":\"track\",",
            "[".repeat(200) + "]".repeat(200));

    private final BodyParser parser = new BodyParser(new MessageReader());
    private final EventCodec codec = new EventCodec();
    private final Intake intake = new Intake(Checks.ofAShop(), new MessageReader(), 900_000);
    private final Source source =
            new Source("shop", Trust.SERVER, new SourceLimits(LIMIT, LIMIT, 100, null));

    @RepeatedTest(5)
    void mutatedBodiesAreJudgedOrRefused(RepetitionInfo repetition) {
        long seed = 20260315L + repetition.getCurrentRepetition();
        var random = new Random(seed);
        int judged = 0;
        for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = mutate(BODIES.get(random.nextInt(BODIES.size())), random);
            try {
                judged += run(mutant, random.nextInt(4) == 0 ? EventType.TRACK : null);
            } catch (RuntimeException | StackOverflowError e) {
                fail("seed " + seed + ", mutant " + i + ": " + new String(mutant, StandardCharsets.UTF_8), e);
            }
        }
        assertThat(judged).isGreaterThan(MUTANTS / 10);
    }

    private int run(byte[] body, @Nullable EventType pathType) {
        try {
            byte[] json = BodyReader.inflate(body, LIMIT);
            WireBody wire = pathType == null ? parser.batch(json) : parser.single(json);
            List<Judgement> judgements =
                    intake.judge(wire.messages(), pathType, source, wire.envelope(), Checks.NOW);
            assertThat(judgements).hasSameSizeAs(wire.messages());
            for (Judgement judgement : judgements) {
                switch (judgement) {
                    case Passed one -> assertThat(codec.read(one.encoded()).messageId())
                            .isEqualTo(one.event().messageId());
                    case Refused one -> assertThat(one.rejection().detail()).isNotBlank().doesNotContain("\u0000");
                }
            }
            return judgements.size();
        } catch (MalformedBodyException | BodyTooLargeException e) {
            assertThat(e.getMessage()).isNotBlank();
            return 0;
        }
    }

    private static byte[] mutate(String body, Random random) {
        String text = body;
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(12));
            text = switch (random.nextInt(4)) {
                case 0 -> text.substring(0, at) + splice(random) + text.substring(end);
                case 1 -> text.substring(0, at) + text.substring(end);
                case 2 -> replaceValue(text, at, splice(random));
                default -> text.substring(0, at) + (char) random.nextInt(0x300) + text.substring(at);
            };
        }
        byte[] bytes = random.nextInt(8) == 0 ? IngestClient.gzip(text) : IngestClient.bytes(text);
        return switch (random.nextInt(12)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                yield bytes;
            }
            default -> bytes;
        };
    }

    /** Puts something else where the next value stands, so that the result is often still JSON. */
    private static String replaceValue(String text, int from, String value) {
        int colon = text.indexOf(':', from);
        if (colon < 0) {
            return text;
        }
        int end = colon + 1;
        while (end < text.length() && ",}]".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(0, colon + 1) + value + text.substring(end);
    }

    private static String splice(Random random) {
        return SPLICES.get(random.nextInt(SPLICES.size()));
    }
}
