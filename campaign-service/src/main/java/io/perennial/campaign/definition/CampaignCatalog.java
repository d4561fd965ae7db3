package io.perennial.campaign.definition;

import io.perennial.campaign.definition.CampaignReader.Reading;
import io.perennial.campaign.template.TemplateCatalog;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The current campaigns in memory; a change on another replica is seen within two seconds. */
@Component
public class CampaignCatalog {

    private static final Logger LOG = LoggerFactory.getLogger(CampaignCatalog.class);

    private final CampaignVersions versions;
    private final TemplateCatalog templates;
    private final JsonMapper json;
    private volatile @Nullable Snapshot snapshot;

    CampaignCatalog(CampaignVersions versions, TemplateCatalog templates, JsonMapper json) {
        this.versions = versions;
        this.templates = templates;
        this.json = json;
    }

    private record Snapshot(long newestId, List<Campaign> campaigns) {}

    /** All campaigns, paused ones too; the same list as long as nothing changes. */
    public List<Campaign> campaigns() {
        Snapshot known = snapshot;
        return (known == null ? load() : known).campaigns();
    }

    public @Nullable Campaign find(String name) {
        return campaigns().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Scheduled(fixedDelayString = "${perennial.campaign.definition.poll}")
    void poll() {
        Snapshot known = snapshot;
        if (known == null || known.newestId() != versions.newestId()) {
            load();
        }
    }

    void reload() {
        load();
    }

    private synchronized Snapshot load() {
        long newestId = versions.newestId();
        Snapshot loaded = new Snapshot(
                newestId,
                versions.findCurrent().stream().flatMap(v -> read(v).stream()).toList());
        snapshot = loaded;
        return loaded;
    }

    /** A stored version was valid when it came; one that an upgrade made invalid must not stop the others. */
    private List<Campaign> read(CampaignVersion version) {
        Map<String, Object> definition = json.readValue(version.definition(), new TypeReference<>() {});
        return switch (CampaignReader.read(version.name(), definition, templates::find)) {
            case Reading.Valid(Campaign campaign) -> List.of(campaign.withVersion(version.version()));
            case Reading.Invalid(var errors) -> {
                LOG.error(
                        "Campaign {} version {} is not valid any more and rests: {}",
                        version.name(),
                        version.version(),
                        errors);
                yield List.of();
            }
        };
    }
}
