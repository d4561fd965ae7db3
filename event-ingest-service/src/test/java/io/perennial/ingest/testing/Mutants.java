package io.perennial.ingest.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Bodies that were valid before something happened to them; the same for the same seed. */
public final class Mutants {

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
            "null",
            "true",
            "-1",
            "1e999999999",
            "1E-999999999",
            "9".repeat(2000),
            "\"\\u0000\"",
            "\"\\ud800\"",
            "{}",
            "[]",
            "[[[[[[[[",
            "{\"a\":",
            "\"\"",
            "\u0000",
            "\"undefined\"",
            "0.00",
            "\"-5\"",
            "\"2026-02-30\"",
            "\"+999999999-01-01\"",
            ",",
            "}",
            "]",
            "\"products\":",
            "\"revenue\":",
            "\"userId\":",
            "\"timestamp\":",
            "\"EUR\"",
            "\"XXX\"",
            "\"type\":\"track\",",
            "[".repeat(200) + "]".repeat(200));

    private Mutants() {}

    /** The next mutant, perhaps as gzip. */
    public static byte[] next(Random random) {
        return mutate(BODIES.get(random.nextInt(BODIES.size())), random);
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
