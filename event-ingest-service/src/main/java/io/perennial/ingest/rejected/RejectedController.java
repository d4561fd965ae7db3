package io.perennial.ingest.rejected;

import io.perennial.common.web.Page;
import io.perennial.common.web.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.annotation.Secured;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what was rejected. */
@RestController
class RejectedController {

    private static final int STANDARD = 50;
    private static final int MAXIMUM = 500;

    private final RejectedEventList events;

    RejectedController(RejectedEventList events) {
        this.events = events;
    }

    @GetMapping("/v1/rejected")
    @Secured("ingest:read")
    @Operation(summary = "Events that were not accepted, newest first; with replayed=true those accepted since")
    Page<RejectedEventList.Item> list(
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(defaultValue = "false") boolean replayed,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return events.page(source, code, replayed, cursor, PageRequest.limit(limit, STANDARD, MAXIMUM));
    }
}
