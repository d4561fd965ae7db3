package io.perennial.deploy.local.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class CallTests {

    private static final URI PLACE = URI.create("http://localhost:8081/v1/track");

    @Test
    void whatIsShownCanBePasted() {
        assertThat(Call.get(PLACE).asCurl())
                .isEqualTo("curl -s -H 'Authorization: Bearer demo-api-key' 'http://localhost:8081/v1/track'");
        assertThat(Call.post(PLACE, "[]").asCurl())
                .contains(" -H 'Content-Type: application/json' ")
                .endsWith("-d '[]'");
        assertThat(Call.event(PLACE, "{}").asCurl())
                .contains(" -u demo-write-key: ")
                .endsWith("-d '{}'");
        assertThat(Call.open(PLACE).asCurl()).doesNotContain("Authorization");
    }
}
