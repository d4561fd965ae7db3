package io.perennial.churn.watch;

import io.perennial.churn.label.Target;
import io.perennial.churn.model.TargetParameter;
import io.perennial.common.web.Problem;
import org.springframework.security.access.annotation.Secured;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the watch found of a target's model, over REST. */
@RestController
@RequestMapping("/v1/churn/watch")
class WatchController {

    private final Watch watch;

    WatchController(Watch watch) {
        this.watch = watch;
    }

    @GetMapping
    @Secured("churn:read")
    WatchReport latest(@RequestParam(defaultValue = "churn") String target) {
        return latest(TargetParameter.parse(target));
    }

    /** Looks at all targets, whichever is asked about. */
    @PostMapping
    @Secured("churn:write")
    WatchReport look(@RequestParam(defaultValue = "churn") String target) {
        Target asked = TargetParameter.parse(target);
        watch.look();
        return latest(asked);
    }

    private WatchReport latest(Target target) {
        WatchReport report = watch.latest(target);
        if (report == null) {
            throw Problem.conflict(
                    "not-watched-yet",
                    "Nothing has been looked at for %1$s yet: it has no model, or POST /v1/churn/watch?target=%1$s to look now"
                            .formatted(target.wire()));
        }
        return report;
    }
}
