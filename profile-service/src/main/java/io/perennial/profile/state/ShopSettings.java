package io.perennial.profile.state;

import java.util.Currency;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is true of the whole shop.
 *
 * @param currency ISO 4217, in which ingest gives the base amounts
 */
@ConfigurationProperties("perennial.shop")
public record ShopSettings(@DefaultValue("EUR") Currency currency) {}
