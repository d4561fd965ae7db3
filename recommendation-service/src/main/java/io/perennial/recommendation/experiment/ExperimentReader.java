package io.perennial.recommendation.experiment;

import io.perennial.common.web.Problem;
import io.perennial.recommendation.experiment.Experiment.Allocation;
import io.perennial.recommendation.experiment.Experiment.Arm;
import io.perennial.recommendation.experiment.Experiment.Guardrail;
import io.perennial.recommendation.experiment.Experiment.State;
import io.perennial.recommendation.placement.PlacementVariant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an experiment from JSON as a person wrote it; what is wrong is a problem that names the field and the fix. */
final class ExperimentReader {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,59}");
    private static final int MOST_ARMS = 10;
    private static final double MOST_HELD_OUT = 0.9;
    private static final double STANDARD_EXPLORATION = 0.01;
    private static final Set<String> FIELDS = Set.of(
            "name",
            "placement",
            "state",
            "allocation",
            "holdOut",
            "metric",
            "plannedShoppers",
            "exploration",
            "arms",
            "guardrails",
            "startedAt",
            "stoppedAt");

    private ExperimentReader() {}

    static Experiment read(String name, Map<?, ?> body) {
        if (!NAME.matcher(name).matches()) {
            throw problem("name", "must be 1 to 60 of a-z 0-9 . _ - and begin with a letter or digit");
        }
        for (Object field : body.keySet()) {
            if (!FIELDS.contains(field.toString())) {
                throw problem(field.toString(), "is no field of an experiment; there are " + String.join(", ", FIELDS));
            }
        }
        Allocation allocation = choice(body, "allocation", "fixed", Allocation::of, "fixed, thompson");
        Metric metric = choice(
                body,
                "metric",
                Metric.CLICK_RATE.wire(),
                Metric::of,
                "click-rate, cart-rate, conversion, revenue-per-shopper");
        if (allocation == Allocation.THOMPSON && !metric.binary()) {
            throw problem("metric", "of a thompson allocation must be click-rate, cart-rate or conversion");
        }
        Double planned = number(body, "plannedShoppers", 200, 1e12);
        Double holdOut = number(body, "holdOut", 0, MOST_HELD_OUT);
        Double exploration = number(body, "exploration", 0, 1);
        return new Experiment(
                name,
                body.get("placement") instanceof String placement ? placement : "",
                choice(body, "state", "draft", State::of, "draft, running, stopped"),
                allocation,
                holdOut == null ? 0 : holdOut,
                metric,
                planned == null ? null : planned.longValue(),
                exploration == null ? STANDARD_EXPLORATION : exploration,
                arms(body),
                guardrails(body));
    }

    private static List<Arm> arms(Map<?, ?> body) {
        if (!(body.get("arms") instanceof List<?> list) || list.size() < 2 || list.size() > MOST_ARMS) {
            throw problem("arms", "must be an array of 2 to " + MOST_ARMS + " arms, the control first");
        }
        List<Arm> arms = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            String at = "arms[" + i + "]";
            if (!(list.get(i) instanceof Map<?, ?> arm)) {
                throw problem(at, "must be an object such as {\"name\":\"popular-only\",\"weight\":1,\"settings\":{}}");
            }
            if (!(arm.get("name") instanceof String name)
                    || !NAME.matcher(name).matches()
                    || name.equals(Experiment.HOLD_OUT)
                    || !names.add(name)) {
                throw problem(
                        at + ".name", "must be 1 to 60 of a-z 0-9 . _ -, unlike the other arms', and not hold-out");
            }
            Double weight = number(arm, "weight", 1e-6, 1e6, at + ".weight");
            arms.add(new Arm(name, weight == null ? 1 : weight, settings(arm.get("settings"), at + ".settings")));
        }
        return arms;
    }

    private static PlacementVariant settings(@Nullable Object settings, String at) {
        if (settings == null) {
            return PlacementVariant.NONE;
        }
        Set<String> known = Set.of("personalWeight", "contextWeight", "excludeBought", "cartAsContext", "ranker");
        if (!(settings instanceof Map<?, ?> map) || !known.containsAll(map.keySet())) {
            throw problem(
                    at, "must be an object of personalWeight, contextWeight, excludeBought, cartAsContext, ranker");
        }
        return new PlacementVariant(
                number(map, "personalWeight", 0, 1_000, at + ".personalWeight"),
                number(map, "contextWeight", 0, 1_000, at + ".contextWeight"),
                flag(map, "excludeBought", at),
                flag(map, "cartAsContext", at),
                flag(map, "ranker", at));
    }

    private static List<Guardrail> guardrails(Map<?, ?> body) {
        Object guardrails = body.get("guardrails");
        if (guardrails == null) {
            return List.of();
        }
        List<Guardrail> read = new ArrayList<>();
        if (!(guardrails instanceof List<?> list) || list.size() > Metric.values().length) {
            throw problem("guardrails", "must be an array of at most " + Metric.values().length);
        }
        for (int i = 0; i < list.size(); i++) {
            String at = "guardrails[" + i + "]";
            Metric metric = list.get(i) instanceof Map<?, ?> map && map.get("metric") instanceof String wire
                    ? Metric.of(wire)
                    : null;
            if (!(list.get(i) instanceof Map<?, ?> map) || metric == null) {
                throw problem(at, "must be an object such as {\"metric\":\"revenue-per-shopper\",\"mayFall\":0.05}");
            }
            Double mayFall = number(map, "mayFall", 0, 1, at + ".mayFall");
            read.add(new Guardrail(metric, mayFall == null ? 0 : mayFall));
        }
        return read;
    }

    private static <T> T choice(
            Map<?, ?> body, String field, String standard, Function<String, @Nullable T> reader, String allowed) {
        Object value = body.get(field);
        T read = value == null || value instanceof String
                ? reader.apply(value == null ? standard : value.toString())
                : null;
        if (read == null) {
            throw problem(field, "must be one of: " + allowed);
        }
        return read;
    }

    private static @Nullable Double number(Map<?, ?> body, String field, double least, double most) {
        return number(body, field, least, most, field);
    }

    private static @Nullable Double number(Map<?, ?> map, String key, double least, double most, String field) {
        Object value = map.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof Number number && number.doubleValue() >= least && number.doubleValue() <= most) {
            return number.doubleValue();
        }
        throw problem(field, "must be a number from " + plain(least) + " to " + plain(most));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private static @Nullable Boolean flag(Map<?, ?> map, String key, String at) {
        Object value = map.get(key);
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        throw problem(at + "." + key, "must be true or false");
    }

    private static Problem problem(String field, String what) {
        return Problem.badRequest("invalid-experiment", field + " " + what).with("field", field);
    }
}
