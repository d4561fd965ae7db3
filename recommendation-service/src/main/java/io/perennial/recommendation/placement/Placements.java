package io.perennial.recommendation.placement;

import io.perennial.common.web.Problem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The placements there are: as configured, or as changed since; every replica follows by polling. */
@Service
@EnableConfigurationProperties(PlacementProperties.class)
public class Placements {

    private static final Logger LOG = LoggerFactory.getLogger(Placements.class);

    private final PlacementStore store;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<String, Defined> configured = new LinkedHashMap<>();
    private volatile Map<String, Defined> current;

    Placements(PlacementStore store, PlacementProperties properties, JsonMapper json, Clock clock) {
        this.store = store;
        this.json = json;
        this.clock = clock;
        properties
                .placements()
                .forEach((name, settings) -> configured.put(name, new Defined(settings.placement(name, 0), settings)));
        this.current = Map.copyOf(configured);
        poll();
    }

    /** A placement and what defines it. */
    record Defined(Placement placement, PlacementSettings settings) {}

    /** The placement of a name; a problem that names the ones there are where it is none of them. */
    public Placement named(@Nullable String name) {
        return defined(name).placement();
    }

    Defined defined(@Nullable String name) {
        Defined defined = name == null ? null : current.get(name);
        if (defined == null) {
            List<String> allowed = names();
            throw Problem.badRequest("unknown-placement", "placement must be one of: " + String.join(", ", allowed))
                    .with("field", "placement")
                    .with("allowed", allowed);
        }
        return defined;
    }

    /** The configured ones in their order, then others. */
    List<String> names() {
        List<String> names = new ArrayList<>(configured.keySet());
        current.keySet().stream()
                .sorted()
                .filter(name -> !configured.containsKey(name))
                .forEach(names::add);
        return names;
    }

    /** Takes over a definition as the next version of the name, here at once; a problem where somebody was faster. */
    synchronized Defined change(String name, PlacementSettings settings, @Nullable Long expected) {
        poll();
        Defined before = current.get(name);
        long version = before == null ? 0 : before.placement().version();
        Defined after = new Defined(settings.placement(name, version + 1), settings);
        if ((expected != null && expected != version)
                || !store.add(
                        new PlacementStore.Row(name, version + 1, json.writeValueAsString(settings)),
                        clock.instant())) {
            throw Problem.conflict(
                            "placement-changed",
                            "the placement has been changed since; read it again, its version is now " + version)
                    .with("field", "version");
        }
        poll();
        return after;
    }

    @Scheduled(fixedDelayString = "${perennial.recommendation.placement-poll:2s}")
    final synchronized void poll() {
        Map<String, Defined> read = new LinkedHashMap<>(configured);
        for (PlacementStore.Row row : store.newest()) {
            Defined known = current.get(row.name());
            if (known != null && known.placement().version() == row.version()) {
                read.put(row.name(), known);
                continue;
            }
            try {
                PlacementSettings settings = json.readValue(row.definition(), PlacementSettings.class);
                read.put(row.name(), new Defined(settings.placement(row.name(), row.version()), settings));
            } catch (JacksonException | IllegalArgumentException e) {
                LOG.error("Placement {} version {} cannot be read, the one before holds", row.name(), row.version(), e);
                if (known != null) {
                    read.put(row.name(), known);
                }
            }
        }
        current = Map.copyOf(read);
    }
}
