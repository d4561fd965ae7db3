package io.perennial.campaign.template;

import io.perennial.campaign.input.FieldError;
import io.perennial.campaign.input.Fields;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads a template's JSON wholly. */
final class TemplateReader {

    private static final int LONGEST_PART = 200_000;

    private TemplateReader() {}

    /** The template; worth something only if {@code errors} stayed empty. */
    static Template read(String name, Map<?, ?> json, List<FieldError> errors) {
        Fields fields = Fields.of(json, errors);
        String named = fields.text("name", 64);
        if (named != null && !named.equals(name)) {
            fields.error("name", "is '" + named + "', but the path says '" + name + "'", "leave it out");
        }
        fields.has("changedAt");
        Template template = new Template(
                name,
                fields.requiredText("subject", 200),
                fields.requiredText("text", LONGEST_PART),
                fields.requiredText("html", LONGEST_PART));
        check(fields, "subject", template.subject());
        check(fields, "text", template.text());
        check(fields, "html", template.html());
        if (template.subject().indexOf('\n') >= 0) {
            fields.error("subject", "has more than one line", "write one line");
        }
        fields.rejectUnknown();
        return template;
    }

    private static void check(Fields fields, String field, String text) {
        for (String placeholder : Placeholders.in(text)) {
            if (!Placeholders.isKnown(placeholder)) {
                fields.error(
                        field,
                        "{{" + placeholder + "}} is unknown",
                        "write event.<property> or one of " + String.join(", ", new TreeSet<>(Placeholders.KNOWN)));
            }
        }
    }
}
