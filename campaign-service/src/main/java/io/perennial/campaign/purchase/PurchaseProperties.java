package io.perennial.campaign.purchase;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the orders kept for reports.
 *
 * @param retention longer than the longest attribution window, 90 days
 */
@ConfigurationProperties("perennial.campaign.purchase")
public record PurchaseProperties(Duration retention) {}
