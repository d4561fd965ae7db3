package io.perennial.ingest.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.perennial.ingest.testing.IngestClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BodyReaderTests {

    @Test
    void gzipIsInflatedAndAnythingElseLeftAlone() {
        assertThat(BodyReader.inflate(IngestClient.gzip("{}"), 2)).asString().isEqualTo("{}");
        byte[] plain = IngestClient.bytes("{}");
        assertThat(BodyReader.inflate(plain, 2)).isSameAs(plain);
    }

    @Test
    void inflatingStopsAtTheLimit() {
        byte[] bomb = IngestClient.gzip("x".repeat(10_000_000));
        assertThat(bomb.length).isLessThan(20_000);
        assertThatExceptionOfType(BodyTooLargeException.class)
                .isThrownBy(() -> BodyReader.inflate(bomb, 1000))
                .satisfies(e -> assertThat(e.beginning()).hasSize(1001));
    }

    @Test
    void readingStopsAtTheLimit() throws IOException {
        var large = new ByteArrayInputStream(new byte[5000]);
        assertThatExceptionOfType(BodyTooLargeException.class).isThrownBy(() -> BodyReader.read(large, 1000));
        assertThat(large.available()).isEqualTo(5000 - 1001);
        assertThat(BodyReader.read(new ByteArrayInputStream(new byte[1000]), 1000))
                .hasSize(1000);
    }

    @Test
    void brokenGzipIsMalformed() {
        byte[] gzip = IngestClient.gzip("{\"batch\":[]}");
        assertThatExceptionOfType(MalformedBodyException.class)
                .isThrownBy(() -> BodyReader.inflate(Arrays.copyOf(gzip, gzip.length - 9), 1000));
        gzip[12] ^= 0x55;
        assertThatExceptionOfType(MalformedBodyException.class).isThrownBy(() -> BodyReader.inflate(gzip, 1000));
    }
}
