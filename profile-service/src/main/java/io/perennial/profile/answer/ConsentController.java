package io.perennial.profile.answer;

import io.perennial.common.identity.ProfileId;
import io.perennial.common.web.Problem;
import io.perennial.profile.consent.Consents;
import io.perennial.profile.consent.Purpose;
import io.perennial.profile.consent.Statement;
import io.perennial.profile.identity.IdentityGraph;
import io.perennial.profile.stamp.Stamp;
import io.perennial.profile.state.ProfilePublisher;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.annotation.Secured;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Grants or withdraws a consent in a shopper's name, e.g. from a preference page. */
@RestController
class ConsentController {

    private static final String SOURCE = "rest";

    private final IdentityGraph identities;
    private final Consents consents;
    private final ProfilePublisher publisher;
    private final Clock clock;

    ConsentController(IdentityGraph identities, Consents consents, ProfilePublisher publisher, Clock clock) {
        this.identities = identities;
        this.consents = consents;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** What is asked for. */
    record Change(@Nullable Boolean granted, @Nullable String reason) {}

    /** What holds now. */
    record Held(
            String purpose,
            boolean granted,
            Instant since,
            @Nullable String reason) {}

    /** Idempotent in effect; each call is a new statement with the time it came. */
    @PutMapping("/v1/profiles/{id}/consents/{purpose}")
    @Secured("profiles:write")
    @Transactional
    public Held change(@PathVariable String id, @PathVariable String purpose, @RequestBody Change change) {
        Purpose known = Purpose.ofWire(purpose).orElseThrow(() -> unknown(purpose));
        Boolean granted = change.granted();
        if (granted == null) {
            throw Problem.badRequest("invalid-request", "granted must be true or false")
                    .with("field", "granted");
        }
        ProfileId profile = identities.require(id);
        Stamp stamp = new Stamp(clock.instant(), UUID.randomUUID().toString(), SOURCE);
        consents.state(identities.leading(profile), new Statement(known, granted, stamp, change.reason()));
        publisher.refresh(List.of(profile));
        return new Held(purpose, granted, stamp.at(), change.reason());
    }

    private static Problem unknown(String purpose) {
        String known = Arrays.stream(Purpose.values()).map(Purpose::wire).collect(Collectors.joining(", "));
        return Problem.notFound("purpose-not-found", "There is no purpose \"" + purpose + "\"; purposes are " + known)
                .with("field", "purpose");
    }
}
