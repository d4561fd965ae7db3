package io.perennial.profile.answer;

import io.perennial.common.identity.Identifier.Kind;
import io.perennial.common.state.ConsentPolicy;
import io.perennial.common.topic.ProfileState;
import io.perennial.profile.answer.ProfileAnswer.AffinityLists;
import io.perennial.profile.answer.ProfileAnswer.SessionCounts;
import io.perennial.profile.consent.Purpose;
import io.perennial.profile.order.Purchases;
import io.perennial.profile.picture.Picture;
import io.perennial.profile.session.Sessions;
import io.perennial.profile.state.Profile;
import io.perennial.profile.state.ProfileStates;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Puts a profile into the words of REST. */
@Component
class ProfileAnswers {

    private static final int AFFINITIES = 10;

    private final ProfileStates states;
    private final ConsentPolicy consents;

    ProfileAnswers(ProfileStates states, ConsentPolicy consents) {
        this.states = states;
        this.consents = consents;
    }

    ProfileAnswer of(Profile profile, Instant now) {
        ProfileState state = states.of(profile, 0, now);
        Picture picture = profile.picture();
        Sessions sessions = picture.sessions();
        Purchases purchases = profile.purchases();
        return new ProfileAnswer(
                state.profileId(),
                profile.ids(Kind.USER_ID),
                profile.ids(Kind.ANONYMOUS_ID),
                picture.traits().values(),
                picture.personal().values(),
                state.stage(),
                profile.standing().until(),
                state.firstSeen(),
                state.lastSeen(),
                state.events(),
                new TreeMap<>(picture.counts()),
                new SessionCounts(sessions.count(), sessions.ordered()),
                state.orders(),
                states.revenue(purchases),
                purchases.firstAt(),
                purchases.lastAt(),
                profile.rfm(),
                null, // the lifetime value is a later issue's
                new AffinityLists(
                        picture.categories(AFFINITIES, now),
                        picture.brands(AFFINITIES, now),
                        picture.products(AFFINITIES, now)),
                state.segments(),
                resolved(state),
                state.channels(),
                state.zone());
    }

    private Map<String, Boolean> resolved(ProfileState state) {
        Map<String, Boolean> resolved = new TreeMap<>();
        for (Purpose purpose : Purpose.values()) {
            resolved.put(purpose.wire(), consents.allows(purpose.wire(), state));
        }
        return resolved;
    }
}
