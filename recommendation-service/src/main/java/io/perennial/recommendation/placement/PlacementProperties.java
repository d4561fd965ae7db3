package io.perennial.recommendation.placement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** The placements of the shop by name; the service's yml describes each setting. */
@Validated
@ConfigurationProperties("perennial.recommendation")
record PlacementProperties(@NotEmpty Map<String, @Valid Settings> placements) {

    /** One placement's. */
    record Settings(
            @DefaultValue("false") boolean excludeBought,
            @DefaultValue("false") boolean cartAsContext,
            @PositiveOrZero @DefaultValue("1") double personalWeight,
            @PositiveOrZero @DefaultValue("1") double contextWeight) {}
}
