package io.perennial.recommendation.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.perennial.recommendation.placement.PlacementVariant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is tried out at a placement: data a person writes.
 *
 * @param allocation how shoppers come to arms
 * @param holdOut share of shoppers who get the placement as it is, 0 to 0.9
 * @param metric what decides
 * @param plannedShoppers after how many in all arms the fixed-horizon verdict is read; null: always-valid
 * @param exploration of a bandit: share dealt out evenly
 * @param arms two to ten, the first is the control
 * @param guardrails metrics an arm must not harm
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Experiment(
        String name,
        String placement,
        State state,
        Allocation allocation,
        double holdOut,
        Metric metric,
        @Nullable Long plannedShoppers,
        double exploration,
        List<Arm> arms,
        List<Guardrail> guardrails) {

    /** The name of those held out, which no arm may have. */
    static final String HOLD_OUT = "hold-out";

    Experiment {
        arms = List.copyOf(arms);
        guardrails = List.copyOf(guardrails);
    }

    /**
     * A way of answering.
     *
     * @param weight its share among the arms, relative to the others' weights; above 0
     * @param settings what of the placement's settings is otherwise
     */
    record Arm(String name, double weight, PlacementVariant settings) {}

    /**
     * A metric that must not fall.
     *
     * @param mayFall share of the control's value that may be lost
     */
    record Guardrail(Metric metric, double mayFall) {}

    /** Drafts change, a running experiment can only be stopped, and a stopped one stays what it was. */
    enum State {
        DRAFT,
        RUNNING,
        STOPPED;

        @JsonValue
        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static @Nullable State of(String wire) {
            return Arrays.stream(values())
                    .filter(state -> state.wire().equals(wire))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** By fixed shares, a shopper always the same arm; or by Thompson sampling, each answer anew. */
    enum Allocation {
        FIXED,
        THOMPSON;

        @JsonValue
        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static @Nullable Allocation of(String wire) {
            return Arrays.stream(values())
                    .filter(allocation -> allocation.wire().equals(wire))
                    .findFirst()
                    .orElse(null);
        }
    }

    Experiment in(State other) {
        return new Experiment(
                name, placement, other, allocation, holdOut, metric, plannedShoppers, exploration, arms, guardrails);
    }

    /** The probability of each arm under fixed shares, hold-out aside; in the order of the arms. */
    double[] shares() {
        double total = arms.stream().mapToDouble(Arm::weight).sum();
        return arms.stream().mapToDouble(arm -> arm.weight() / total).toArray();
    }
}
