package io.perennial.campaign.template;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The templates there are. */
@Component
public class TemplateCatalog {

    private final Templates templates;

    TemplateCatalog(Templates templates) {
        this.templates = templates;
    }

    /** A template, read from the database: a change holds for the next message. */
    public @Nullable Template find(String name) {
        TemplateEntity found = templates.findByName(name);
        return found == null ? null : found.template();
    }
}
