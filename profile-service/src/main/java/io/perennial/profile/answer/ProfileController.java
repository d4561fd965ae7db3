package io.perennial.profile.answer;

import io.perennial.common.identity.ProfileId;
import io.perennial.common.web.Problem;
import io.perennial.profile.identity.IdentityGraph;
import io.perennial.profile.state.Profile;
import io.perennial.profile.state.Profiles;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.security.access.annotation.Secured;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers who a shopper is. */
@RestController
class ProfileController {

    private final IdentityGraph identities;
    private final Profiles profiles;
    private final ProfileAnswers answers;
    private final Clock clock;

    ProfileController(IdentityGraph identities, Profiles profiles, ProfileAnswers answers, Clock clock) {
        this.identities = identities;
        this.profiles = profiles;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/v1/profiles/{id}")
    @Secured("profiles:read")
    ProfileAnswer profile(@PathVariable String id) {
        Instant now = clock.instant();
        ProfileId found = identities.require(id);
        Profile profile = profiles.read(List.of(found), now).get(found);
        if (profile == null) {
            throw Problem.notFound("profile-not-found", "The profile has just become part of another; ask again.");
        }
        return answers.of(profile, now);
    }
}
