package io.perennial.profile.identity;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How far identities merge.
 *
 * @param mostAnonymousIds how many anonymous ids a known shopper may gather; later ones stay profiles of their own
 */
@ConfigurationProperties("perennial.identity")
@Validated
record IdentitySettings(@DefaultValue("100") @Min(1) int mostAnonymousIds) {}
