package io.perennial.campaign.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Creates the templates we ship where they do not exist yet. */
@Component
public class ShippedTemplates {

    private static final List<String> NAMES = List.of("win-back", "welcome", "abandoned-cart");

    private final Templates templates;
    private final Clock clock;

    ShippedTemplates(Templates templates, Clock clock) {
        this.templates = templates;
        this.clock = clock;
    }

    public void create() {
        for (String name : NAMES) {
            if (templates.findByName(name) == null) {
                Template template = new Template(
                        name, part(name + ".subject.txt").strip(), part(name + ".txt"), part(name + ".html"));
                templates.save(new TemplateEntity(template, clock.instant()));
            }
        }
    }

    private static String part(String file) {
        try {
            return new ClassPathResource("shipped/templates/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("shipped/templates/" + file, e);
        }
    }
}
