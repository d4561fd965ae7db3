package io.perennial.common.state;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of consent; {@code perennial-common.yml} describes each.
 *
 * @param grantedByDefault purposes that count as granted until withdrawn
 */
@ConfigurationProperties("perennial.consent")
record ConsentProperties(@DefaultValue Set<String> grantedByDefault) {}
