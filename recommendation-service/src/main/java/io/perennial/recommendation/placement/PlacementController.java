package io.perennial.recommendation.placement;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.perennial.common.web.Problem;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.annotation.Secured;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Placements over REST. */
@RestController
@RequestMapping("/v1/placements")
class PlacementController {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    private final Placements placements;
    private final JsonMapper json;

    PlacementController(Placements placements, JsonMapper json) {
        this.placements = placements;
        this.json = json.rebuild()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** A placement as the wire shows it; version 0 is the configuration's. */
    record PlacementAnswer(
            String name, long version, @JsonUnwrapped PlacementSettings definition) {

        static PlacementAnswer of(Placements.Defined defined) {
            return new PlacementAnswer(
                    defined.placement().name(), defined.placement().version(), defined.settings());
        }
    }

    /** All placements. */
    record PlacementList(List<PlacementAnswer> items) {}

    @GetMapping
    @Secured("recommendations:read")
    PlacementList all() {
        return new PlacementList(placements.names().stream()
                .map(name -> PlacementAnswer.of(placements.defined(name)))
                .toList());
    }

    @GetMapping("/{name}")
    @Secured("recommendations:read")
    PlacementAnswer one(@PathVariable String name) {
        if (!placements.names().contains(name)) {
            throw Problem.notFound(
                            "unknown-placement",
                            "there is no placement of this name; PUT adds one, GET /v1/placements lists them")
                    .with("field", "name");
        }
        return PlacementAnswer.of(placements.defined(name));
    }

    /** Replaces the whole definition; what is absent has its default. A version that is given must be the one that holds. */
    @PutMapping("/{name}")
    @Secured("recommendations:write")
    PlacementAnswer put(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Long version,
            @RequestBody byte[] body) {
        if (!NAME.matcher(name).matches()) {
            throw Problem.badRequest("invalid-placement", "a name is of small letters, digits and hyphens, 60 at most")
                    .with("field", "name");
        }
        try {
            PlacementSettings settings = json.readValue(body, PlacementSettings.class);
            if (settings == null) {
                throw new IllegalArgumentException("the body is a JSON object; GET shows one");
            }
            return PlacementAnswer.of(placements.change(name, settings, version));
        } catch (JacksonException e) {
            throw Problem.badRequest("invalid-placement", "no placement: " + e.getOriginalMessage())
                    .with("field", field(e));
        } catch (IllegalArgumentException e) {
            String detail = String.valueOf(e.getMessage());
            throw Problem.badRequest("invalid-placement", detail).with("field", detail.split("[ :]", 2)[0]);
        }
    }

    private static String field(JacksonException e) {
        StringBuilder path = new StringBuilder();
        e.getPath().forEach(step -> {
            if (step.getPropertyName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        });
        return path.isEmpty() ? "body" : path.toString();
    }
}
