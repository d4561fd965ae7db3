package io.perennial.campaign.decision;

import io.perennial.campaign.experiment.Assignment;

/** What the policy says about a candidate. */
sealed interface Verdict {

    /** Every rule was passed and the draw was made: treated, or held out. */
    record Assigned(Assignment assignment) implements Verdict {}

    /** Not this time. */
    record Suppressed(Reason reason) implements Verdict {}

    /** We cannot know yet; asked again soon. */
    record Postponed(String why) implements Verdict {}
}
