package io.perennial.ingest.replay;

import io.perennial.common.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.security.access.annotation.Secured;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Replays rejected events. */
@RestController
class ReplayController {

    private static final int MAXIMUM = 500;

    private final Replay replay;

    ReplayController(Replay replay) {
        this.replay = replay;
    }

    @PostMapping("/v1/rejected/replay")
    @Secured("ingest:write")
    @Operation(summary = "Sends rejected events through the checks again, as they were or corrected")
    ReplayOutcome replay(@RequestBody ReplayRequest request) {
        int count = request.all().size();
        if (count == 0 || count > MAXIMUM) {
            throw Problem.badRequest(
                            "invalid-ids",
                            "ids and corrections name " + count + " rejected events; name from 1 to " + MAXIMUM
                                    + ", e.g. {\"ids\":[\"…\"]}")
                    .with("field", "ids");
        }
        return replay.replay(request);
    }
}
