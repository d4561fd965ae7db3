package io.perennial.campaign.definition;

import io.perennial.campaign.input.FieldError;
import io.perennial.campaign.input.Fields;
import io.perennial.campaign.template.Template;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a campaign's JSON wholly: a campaign, or every mistake in it. */
final class CampaignReader {

    static final Duration DEFAULT_FRESHNESS = Duration.ofHours(1);
    static final Duration DEFAULT_REENTRY = Duration.ofDays(30);
    static final Duration DEFAULT_ATTRIBUTION = Duration.ofDays(14);
    static final Duration LONGEST_ATTRIBUTION = Duration.ofDays(90);

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration YEAR = Duration.ofDays(366);

    private CampaignReader() {}

    /** What reading gave. */
    sealed interface Reading {
        /** Good; its version is 0 until it is stored. */
        record Valid(Campaign campaign) implements Reading {}

        /** Every mistake, in the order of the text. */
        record Invalid(List<FieldError> errors) implements Reading {}
    }

    /** @param templates the templates there are, by name */
    static Reading read(String name, Map<?, ?> json, Function<String, @Nullable Template> templates) {
        List<FieldError> errors = new ArrayList<>();
        Fields fields = Fields.of(json, errors);
        readIgnored(name, fields);
        boolean active = fields.oneOf("status", List.of("active", "paused")).equals("active");
        fields.text("description", 500);
        Trigger trigger = TriggerReader.read(fields);
        Duration newcomers = null;
        Fields audience = fields.object("audience");
        if (audience != null) {
            newcomers = audience.duration("newcomersWithin", SECOND, YEAR);
            audience.rejectUnknown();
        }
        Reentry reentry = reentry(fields);
        Duration freshness = or(fields.duration("freshness", SECOND, Duration.ofDays(7)), DEFAULT_FRESHNESS);
        Duration attribution = or(fields.duration("attribution", SECOND, LONGEST_ATTRIBUTION), DEFAULT_ATTRIBUTION);
        ActionReader actionReader = new ActionReader(templates);
        List<Action> actions = actionReader.read(fields);
        String salt = name;
        double holdOut = 0;
        List<Treatment> treatments = List.of();
        Fields experiment = fields.object("experiment");
        if (experiment != null) {
            String ownSalt = experiment.text("salt", 100);
            salt = ownSalt == null ? name : ownSalt;
            BigDecimal percent = experiment.number("holdOut", "0", "100");
            holdOut = percent == null ? 0 : percent.doubleValue() / 100;
            treatments = treatments(experiment, actions, actionReader);
            experiment.rejectUnknown();
        }
        if (treatments.isEmpty()) {
            treatments = List.of(new Treatment("default", 1, actions));
        }
        if (treatments.stream().anyMatch(t -> t.actions().isEmpty()) && !fields.has("actions")) {
            fields.error(
                    "actions",
                    "is missing",
                    "write a list of actions such as [{\"type\":\"email\",\"template\":\"welcome\"}]");
        }
        fields.rejectUnknown();
        if (!errors.isEmpty() || trigger == null) {
            return new Reading.Invalid(List.copyOf(errors));
        }
        return new Reading.Valid(new Campaign(
                name, 0, active, trigger, newcomers, reentry, freshness, attribution, salt, holdOut, treatments));
    }

    /** What GET added may stand in a PUT, so that editing is get, change, put. */
    private static void readIgnored(String name, Fields fields) {
        String named = fields.text("name", 64);
        if (named != null && !named.equals(name)) {
            fields.error("name", "is '" + named + "', but the path says '" + name + "'", "leave it out");
        }
        fields.has("version");
        fields.has("changedAt");
    }

    private static Reentry reentry(Fields fields) {
        if ("never".equals(fields.has("reentry") ? fields.text("reentry", 20) : "")) {
            return new Reentry.Never();
        }
        return new Reentry.After(or(fields.duration("reentry", SECOND, Duration.ofDays(3660)), DEFAULT_REENTRY));
    }

    private static List<Treatment> treatments(Fields experiment, List<Action> common, ActionReader actionReader) {
        List<Treatment> treatments = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Fields variant : experiment.objects("variants")) {
            String name = variant.requiredText("name", 40);
            if (!name.isEmpty() && !names.add(name)) {
                variant.error("name", "'" + name + "' stands there twice", "give each variant its own name");
            }
            BigDecimal weight = variant.number("weight", "0.001", "1000000");
            List<Action> own = variant.has("actions") ? actionReader.read(variant) : common;
            treatments.add(new Treatment(name, weight == null ? 1 : weight.doubleValue(), own));
            variant.rejectUnknown();
        }
        if (treatments.size() > 10) {
            experiment.error("variants", "has " + treatments.size() + " variants", "write at most 10");
        }
        return treatments;
    }

    private static Duration or(@Nullable Duration value, Duration otherwise) {
        return value == null ? otherwise : value;
    }
}
