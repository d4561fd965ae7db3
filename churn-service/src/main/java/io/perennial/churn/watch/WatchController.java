package io.perennial.churn.watch;

import io.perennial.common.web.Problem;
import org.springframework.security.access.annotation.Secured;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the watch found, over REST. */
@RestController
@RequestMapping("/v1/churn/watch")
class WatchController {

    private final Watch watch;

    WatchController(Watch watch) {
        this.watch = watch;
    }

    @GetMapping
    @Secured("churn:read")
    WatchReport latest() {
        WatchReport report = watch.latest();
        if (report == null) {
            throw Problem.conflict(
                    "not-watched-yet",
                    "Nothing has been looked at yet: there is no model, or POST /v1/churn/watch to look now");
        }
        return report;
    }

    @PostMapping
    @Secured("churn:write")
    WatchReport look() {
        watch.look();
        return latest();
    }
}
