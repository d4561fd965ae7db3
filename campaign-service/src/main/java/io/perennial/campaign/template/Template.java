package io.perennial.campaign.template;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A message's texts. Placeholders are {@code {{name}}}, or {@code {{name|what stands there if nothing is known}}}.
 *
 * @param text the plain-text part, always sent
 * @param html the HTML part; values are escaped when filled in
 */
public record Template(String name, String subject, String text, String html) {

    /** Every placeholder used anywhere in it. */
    public Set<String> placeholders() {
        Set<String> all = new LinkedHashSet<>(Placeholders.in(subject));
        all.addAll(Placeholders.in(text));
        all.addAll(Placeholders.in(html));
        return all;
    }
}
