package io.perennial.campaign.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.annotation.Secured;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Campaigns over REST: what GET answers may be changed and PUT back. */
@RestController
@RequestMapping("/v1/campaigns")
class CampaignController {

    private final CampaignDefinitions definitions;

    CampaignController(CampaignDefinitions definitions) {
        this.definitions = definitions;
    }

    /** All campaigns. */
    record Campaigns(List<Map<String, Object>> items) {}

    @GetMapping
    @Secured("campaigns:read")
    Campaigns all() {
        return new Campaigns(definitions.current().stream().map(this::answer).toList());
    }

    @GetMapping("/{name}")
    @Secured("campaigns:read")
    Map<String, Object> one(@PathVariable String name, @RequestParam @Nullable Long version) {
        return answer(version == null ? definitions.get(name) : definitions.get(name, version));
    }

    @PutMapping("/{name}")
    @Secured("campaigns:write")
    ResponseEntity<Map<String, Object>> put(@PathVariable String name, @RequestBody Map<String, Object> written) {
        CampaignVersion stored = definitions.put(name, written);
        return ResponseEntity.status(stored.version() == 1 ? HttpStatus.CREATED : HttpStatus.OK)
                .body(answer(stored));
    }

    private Map<String, Object> answer(CampaignVersion version) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("name", version.name());
        answer.put("version", version.version());
        answer.put("changedAt", version.changedAt());
        answer.putAll(definitions.read(version));
        return answer;
    }
}
