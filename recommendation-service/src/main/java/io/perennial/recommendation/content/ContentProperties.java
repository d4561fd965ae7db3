package io.perennial.recommendation.content;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How products are compared by what is said of them; the service's yml describes each setting.
 *
 * @param refresh how often a replica looks whether the catalog has changed
 * @param terms of a product that count, the heaviest
 * @param productsPerTerm products a term leads to, those in which it weighs most
 */
@Validated
@ConfigurationProperties("perennial.recommendation.content")
record ContentProperties(
        @DefaultValue("30s") Duration refresh,
        @Min(1) @DefaultValue("40") int terms,
        @Min(1) @DefaultValue("500") int productsPerTerm) {

    ContentBounds bounds() {
        return new ContentBounds(terms, productsPerTerm);
    }
}
