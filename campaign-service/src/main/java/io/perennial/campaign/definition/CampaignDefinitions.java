package io.perennial.campaign.definition;

import io.perennial.campaign.template.TemplateCatalog;
import io.perennial.common.web.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Stores campaigns: every change a new version, the same text again none. */
@Component
class CampaignDefinitions {

    static final int MOST_CAMPAIGNS = 200;

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final CampaignVersions versions;
    private final TemplateCatalog templates;
    private final CampaignCatalog catalog;
    private final JsonMapper json;
    private final Clock clock;

    CampaignDefinitions(
            CampaignVersions versions,
            TemplateCatalog templates,
            CampaignCatalog catalog,
            JsonMapper json,
            Clock clock) {
        this.versions = versions;
        this.templates = templates;
        this.catalog = catalog;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Reads and stores a campaign.
     *
     * @throws Problem 422 with every mistake, 409 where somebody else changed it meanwhile
     */
    CampaignVersion put(String name, Map<String, Object> written) {
        if (!NAME.matcher(name).matches()) {
            throw Problem.badRequest(
                    "invalid-name",
                    "A campaign's name has small letters, digits and hyphens, at most 64; this is '" + name + "'");
        }
        if (CampaignReader.read(name, written, templates::find) instanceof CampaignReader.Reading.Invalid(var errors)) {
            throw Problem.unprocessable(
                            "invalid-campaign", "The campaign has " + errors.size() + " mistake(s), see errors")
                    .with("errors", errors);
        }
        Map<String, Object> definition = new java.util.LinkedHashMap<>(written);
        List.of("name", "version", "changedAt").forEach(definition::remove);
        String text = json.writeValueAsString(definition);
        Optional<CampaignVersion> current = versions.findFirstByNameOrderByVersionDesc(name);
        if (current.isPresent() && definition.equals(read(current.get()))) {
            return current.get();
        }
        if (current.isEmpty() && catalog.campaigns().size() >= MOST_CAMPAIGNS) {
            throw Problem.unprocessable(
                    "too-many-campaigns", "There are " + MOST_CAMPAIGNS + " campaigns: change one of them");
        }
        long next = current.map(CampaignVersion::version).orElse(0L) + 1;
        try {
            CampaignVersion stored = versions.saveAndFlush(new CampaignVersion(name, next, text, clock.instant()));
            catalog.reload();
            return stored;
        } catch (DataIntegrityViolationException e) {
            throw Problem.conflict(
                    "changed-meanwhile", "Somebody else changed '" + name + "' meanwhile: get it, and put again");
        }
    }

    CampaignVersion get(String name) {
        return versions.findFirstByNameOrderByVersionDesc(name)
                .orElseThrow(() -> Problem.notFound("unknown-campaign", "There is no campaign '" + name + "'"));
    }

    CampaignVersion get(String name, long version) {
        return versions.findByNameAndVersion(name, version)
                .orElseThrow(() -> Problem.notFound(
                        "unknown-campaign", "There is no version " + version + " of a campaign '" + name + "'"));
    }

    List<CampaignVersion> current() {
        return versions.findCurrent();
    }

    Map<String, Object> read(CampaignVersion version) {
        return json.readValue(version.definition(), OBJECT);
    }
}
