package io.perennial.campaign.template;

import io.perennial.campaign.input.FieldError;
import io.perennial.common.web.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.security.access.annotation.Secured;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Templates over REST. */
@RestController
@RequestMapping("/v1/templates")
class TemplateController {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private final Templates templates;
    private final Clock clock;

    TemplateController(Templates templates, Clock clock) {
        this.templates = templates;
        this.clock = clock;
    }

    /** A template as it is answered. */
    record Answer(String name, Instant changedAt, String subject, String text, String html) {
        static Answer of(TemplateEntity entity) {
            Template template = entity.template();
            return new Answer(
                    template.name(), entity.changedAt(), template.subject(), template.text(), template.html());
        }
    }

    /** All templates. */
    record Answers(List<Answer> items) {}

    @GetMapping
    @Secured("campaigns:read")
    Answers all() {
        return new Answers(
                templates.findAllByOrderByName().stream().map(Answer::of).toList());
    }

    @GetMapping("/{name}")
    @Secured("campaigns:read")
    Answer one(@PathVariable String name) {
        TemplateEntity found = templates.findByName(name);
        if (found == null) {
            throw Problem.notFound("unknown-template", "There is no template '" + name + "'");
        }
        return Answer.of(found);
    }

    @PutMapping("/{name}")
    @Secured("campaigns:write")
    Answer put(@PathVariable String name, @RequestBody Map<String, Object> written) {
        if (!NAME.matcher(name).matches()) {
            throw Problem.badRequest(
                    "invalid-name",
                    "A template's name has small letters, digits and hyphens, at most 64; this is '" + name + "'");
        }
        List<FieldError> errors = new ArrayList<>();
        Template template = TemplateReader.read(name, written, errors);
        if (!errors.isEmpty()) {
            throw Problem.unprocessable(
                            "invalid-template", "The template has " + errors.size() + " mistake(s), see errors")
                    .with("errors", errors);
        }
        return Answer.of(templates.save(new TemplateEntity(template, clock.instant())));
    }
}
