package io.perennial.ingest.wire;

import static io.perennial.ingest.testing.IngestClient.basic;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WriteKeysTests {

    @Test
    void theUserOfABasicHeaderIsTheKey() {
        assertThat(WriteKeys.ofAuthorization(basic("key:"))).isEqualTo("key");
        assertThat(WriteKeys.ofAuthorization(basic("key"))).isEqualTo("key");
        assertThat(WriteKeys.ofAuthorization(basic("key:pass:word"))).isEqualTo("key");
        assertThat(WriteKeys.ofAuthorization(basic("key:").replace("Basic", "basic")))
                .isEqualTo("key");
    }

    @Test
    void otherHeadersHoldNoKey() {
        assertThat(WriteKeys.ofAuthorization(null)).isNull();
        assertThat(WriteKeys.ofAuthorization("Bearer abc")).isNull();
        assertThat(WriteKeys.ofAuthorization(basic(":"))).isNull();
        assertThat(WriteKeys.ofAuthorization("Basic")).isNull();
    }

    @Test
    void whatIsNotBase64IsAKeyNobodyHas() {
        assertThat(WriteKeys.ofAuthorization("Basic key:")).isNotNull().isNotEqualTo("key");
    }

    @Test
    void aBeaconsKeyStandsInTheQuery() {
        assertThat(WriteKeys.ofQuery("a=b&writeKey=k%2D1&c")).isEqualTo("k-1");
        assertThat(WriteKeys.ofQuery("writeKey=")).isNull();
        assertThat(WriteKeys.ofQuery("xwriteKey=k")).isNull();
        assertThat(WriteKeys.ofQuery("writeKey=%zz")).isNull();
        assertThat(WriteKeys.ofQuery(null)).isNull();
    }
}
