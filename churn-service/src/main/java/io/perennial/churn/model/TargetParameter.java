package io.perennial.churn.model;

import io.perennial.churn.label.Target;
import io.perennial.common.web.Problem;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The target that a request names. */
public final class TargetParameter {

    private TargetParameter() {}

    /**
     * The target of that name.
     *
     * @throws Problem 400 where there is none
     */
    public static Target parse(String name) {
        return Target.ofWire(name)
                .orElseThrow(() -> Problem.badRequest(
                                "invalid-request",
                                "target must be one of "
                                        + Arrays.stream(Target.values())
                                                .map(Target::wire)
                                                .collect(Collectors.joining(", "))
                                        + "; it is \"" + name + '"')
                        .with("field", "target"));
    }
}
