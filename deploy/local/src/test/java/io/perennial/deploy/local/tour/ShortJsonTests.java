package io.perennial.deploy.local.tour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ShortJsonTests {

    @Test
    void smallObjectsStayOnALine() {
        assertThat(shorten("{\"a\":1,\"b\":{\"c\":\"d\"},\"e\":null}"))
                .isEqualTo("{\"a\": 1, \"b\": {\"c\": \"d\"}, \"e\": null}");
    }

    @Test
    void longListsAreCutAndSaySo() {
        assertThat(shorten("[1,2,3,4,5]")).isEqualTo("[1, 2, 3, … 2 more]");
    }

    @Test
    void longTextsAreCutAndSaySo() {
        assertThat(shorten("\"" + "x".repeat(500) + "\"")).endsWith("x…\"").hasSizeLessThan(130);
    }

    @Test
    void wideObjectsBreakIntoLines() {
        var wide = "{\"first\":\"%s\",\"second\":\"%s\"}".formatted("x".repeat(60), "y".repeat(60));
        assertThat(shorten(wide).lines()).hasSize(4);
    }

    private static String shorten(String json) {
        return ShortJson.of(JsonMapper.shared().readTree(json));
    }
}
