package io.perennial.recommendation.placement;

import io.perennial.common.web.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/** The placements there are. */
@Service
@EnableConfigurationProperties(PlacementProperties.class)
public class Placements {

    private final Map<String, Placement> placements = new LinkedHashMap<>();

    Placements(PlacementProperties properties) {
        properties
                .placements()
                .forEach((name, settings) -> placements.put(
                        name,
                        new Placement(
                                name,
                                settings.excludeBought(),
                                settings.cartAsContext(),
                                settings.personalWeight(),
                                settings.contextWeight())));
    }

    /** The placement of a name; a problem that names the ones there are where it is none of them. */
    public Placement named(@Nullable String name) {
        Placement placement = name == null ? null : placements.get(name);
        if (placement == null) {
            String allowed = String.join(", ", placements.keySet());
            throw Problem.badRequest("unknown-placement", "placement must be one of: " + allowed)
                    .with("field", "placement")
                    .with("allowed", placements.keySet().stream().toList());
        }
        return placement;
    }
}
