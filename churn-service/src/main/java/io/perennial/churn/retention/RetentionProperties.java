package io.perennial.churn.retention;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** Settings of retention; {@code churn-service.yml} describes each. */
@Validated
@ConfigurationProperties("perennial.churn.retention")
record RetentionProperties(@Min(1) int horizonDays, @Min(1) int maxShoppers) {}
