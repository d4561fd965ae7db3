package io.perennial.recommendation.signature;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How ids are signed, and how long they count; the service's yml describes each setting.
 *
 * @param keyId of the key that signs
 * @param secret of the key that signs; no default outside the profile {@code local}
 * @param previousKeyId of the key that only verifies
 * @param previousSecret empty: no such key
 * @param window how long after a recommendation what happens counts as its outcome
 */
@Validated
@ConfigurationProperties("perennial.recommendation.signature")
record SignatureProperties(
        @Min(0) @Max(255) @DefaultValue("1") int keyId,

        @NotBlank(message = "must be set (RECOMMENDATION_SIGNING_SECRET): it signs recommendation ids")
        @Size(min = 16, message = "must have at least 16 characters") String secret,

        @Min(0) @Max(255) @DefaultValue("0") int previousKeyId,
        @DefaultValue("") String previousSecret,
        @DefaultValue("7d") Duration window) {

    /** What the profile {@code local} signs with: everybody knows it. */
    static final String DEMO_SECRET = "local-recommendation-signing-secret";

    @AssertTrue(message = "keyId and previousKeyId must differ where there is a previous secret") boolean isKeyIdsDistinct() {
        return previousSecret.isEmpty() || keyId != previousKeyId;
    }
}
