package io.perennial.recommendation.placement;

import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The placements of the shop by name, until they are changed over REST; the service's yml describes each setting.
 *
 * @param placementPoll how often a replica looks for changed placements
 */
@Validated
@ConfigurationProperties("perennial.recommendation")
record PlacementProperties(
        @NotEmpty Map<String, PlacementSettings> placements,
        @DefaultValue("2s") Duration placementPoll) {}
