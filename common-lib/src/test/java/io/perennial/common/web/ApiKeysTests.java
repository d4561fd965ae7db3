package io.perennial.common.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class ApiKeysTests {

    private static final String SHA256_OF_SECRET = "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";
    private final Clock clock = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);

    @Test
    void aKeyIsKnownByItsHashUntilItExpires() {
        assertThat(keys(Instant.parse("2026-07-01T00:00:00Z")).authenticate("secret"))
                .satisfies(caller -> assertThat(caller.getAuthorities())
                        .extracting(Object::toString)
                        .containsExactly("profiles:read"));
        assertThat(keys(Instant.parse("2026-05-01T00:00:00Z")).authenticate("secret"))
                .isNull();
        assertThat(keys(Instant.parse("2026-07-01T00:00:00Z")).authenticate("Secret"))
                .isNull();
    }

    @Test
    void theDemoKeyIsRefusedOutsideTheProfileLocal() {
        SecurityProperties demo = new SecurityProperties(
                List.of(new SecurityProperties.ApiKey("demo", ApiKeys.DEMO_SHA256, List.of("*"), null)));

        assertThatThrownBy(() -> new ApiKeys(demo, new MockEnvironment(), clock))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("well-known demo key");

        MockEnvironment local = new MockEnvironment();
        local.setActiveProfiles("local");
        assertThat(new ApiKeys(demo, local, clock).authenticate("demo-api-key")).isNotNull();
    }

    private ApiKeys keys(Instant expires) {
        SecurityProperties properties = new SecurityProperties(
                List.of(new SecurityProperties.ApiKey("crm", SHA256_OF_SECRET, List.of("profiles:read"), expires)));
        return new ApiKeys(properties, new MockEnvironment(), clock);
    }
}
