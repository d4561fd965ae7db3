package io.perennial.common.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may call; {@code perennial-common.yml} describes each setting.
 *
 * @param apiKeys at least one; a service does not start without
 */
@Validated
@ConfigurationProperties("perennial.security")
public record SecurityProperties(
        @NotEmpty(message = "must hold at least one key (name, sha256, scopes)") @DefaultValue
        List<@Valid ApiKey> apiKeys) {

    /**
     * A key a machine calls with.
     *
     * @param sha256 of the key, hex: the key itself is nowhere in the configuration
     * @param scopes e.g. {@code profiles:read}; {@code *} is all
     * @param expires null: never
     */
    public record ApiKey(
            @NotBlank String name,

            @Pattern(regexp = "[0-9a-fA-F]{64}", message = "must be 64 hex digits") String sha256,

            @NotEmpty List<String> scopes,
            @Nullable Instant expires) {}
}
