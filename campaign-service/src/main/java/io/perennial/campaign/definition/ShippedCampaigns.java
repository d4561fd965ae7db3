package io.perennial.campaign.definition;

import io.perennial.campaign.template.ShippedTemplates;
import io.perennial.common.web.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Creates the campaigns we ship where they do not exist yet; afterwards they belong to the shop. */
@Component
class ShippedCampaigns implements SmartInitializingSingleton {

    static final List<String> NAMES = List.of("win-back", "welcome", "abandoned-cart");

    private static final Logger LOG = LoggerFactory.getLogger(ShippedCampaigns.class);

    private final CampaignVersions versions;
    private final CampaignDefinitions definitions;
    private final ShippedTemplates templates;
    private final Environment environment;
    private final JsonMapper json;

    ShippedCampaigns(
            CampaignVersions versions,
            CampaignDefinitions definitions,
            ShippedTemplates templates,
            Environment environment,
            JsonMapper json) {
        this.versions = versions;
        this.definitions = definitions;
        this.templates = templates;
        this.environment = environment;
        this.json = json;
    }

    /** Runs before the streams start, so that the first event already meets the campaigns. */
    @Override
    public void afterSingletonsInstantiated() {
        templates.create();
        for (String name : NAMES) {
            if (versions.findFirstByNameOrderByVersionDesc(name).isEmpty()) {
                create(name);
            }
        }
    }

    private void create(String name) {
        try {
            String text = new ClassPathResource("shipped/campaigns/" + name + ".json")
                    .getContentAsString(StandardCharsets.UTF_8);
            Map<String, Object> definition =
                    json.readValue(environment.resolveRequiredPlaceholders(text), new TypeReference<>() {});
            definitions.put(name, definition);
            LOG.info("Created the campaign {}", name);
        } catch (Problem e) {
            if (versions.findFirstByNameOrderByVersionDesc(name).isEmpty()) {
                throw e;
            }
            LOG.info("Another replica created the campaign {}", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
