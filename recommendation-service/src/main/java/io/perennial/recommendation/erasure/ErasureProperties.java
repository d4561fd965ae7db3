package io.perennial.recommendation.erasure;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How soon all of an erased shopper is gone; the service's yml describes the setting.
 *
 * @param models by when models trained with them have been replaced, at the latest
 */
@Validated
@ConfigurationProperties("perennial.recommendation.erasure")
record ErasureProperties(@DefaultValue("1d") Duration models) {}
