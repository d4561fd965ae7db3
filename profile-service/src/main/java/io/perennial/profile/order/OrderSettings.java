package io.perennial.profile.order;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which orders are believed.
 *
 * @param fromBrowsers whether orders count that a browser's public key reported
 */
@ConfigurationProperties("perennial.order")
record OrderSettings(@DefaultValue("true") boolean fromBrowsers) {}
