package io.perennial.profile.state;

import io.perennial.common.identity.ProfileId;
import io.perennial.common.stream.Outbox;
import io.perennial.common.stream.OutboxMessage;
import io.perennial.common.topic.ProfileState;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Publishes profiles that changed, each with a growing revision, in the caller's transaction. */
@Component
public class ProfilePublisher {

    private static final TopicCodec<ProfileState> CODEC = TopicCodec.of(ProfileState.class);

    private final Profiles profiles;
    private final ProfileStore store;
    private final Outbox outbox;
    private final ProfileStates states;
    private final Clock clock;

    ProfilePublisher(Profiles profiles, ProfileStore store, Outbox outbox, ProfileStates states, Clock clock) {
        this.profiles = profiles;
        this.store = store;
        this.outbox = outbox;
        this.states = states;
        this.clock = clock;
    }

    /**
     * Locks the profiles in their order, puts them together anew (after the lock, so that two transactions about one
     * shopper see each other's work) and publishes those whose content changed; one without identifiers ends with a
     * tombstone.
     */
    public void refresh(Collection<ProfileId> ids) {
        refresh(ids, Fresh.NOTHING);
    }

    /**
     * As {@link #refresh(Collection)}.
     *
     * @param fresh what the caller has just folded, so that it is not read again
     */
    public void refresh(Collection<ProfileId> ids, Fresh fresh) {
        Instant now = clock.instant();
        Map<ProfileId, PublishedProfile> published = new TreeMap<>(store.lock(ids));
        Map<ProfileId, Profile> current = profiles.readOutlines(ids, fresh, now);
        List<PublishedProfile> changed = new ArrayList<>();
        List<OutboxMessage> messages = new ArrayList<>();
        published.forEach((id, before) -> {
            Profile profile = current.get(id);
            if (profile == null) {
                if (!before.gone()) {
                    changed.add(PublishedProfile.gone(id, before.revision() + 1));
                    messages.add(new OutboxMessage(Topics.PROFILE, id.toString(), null));
                }
                return;
            }
            long revision = before.revision() + 1;
            UUID content = content(profile);
            if (!content.equals(before.content()) || before.gone()) {
                changed.add(new PublishedProfile(id, revision, content, false, profile));
                ProfileState state = states.of(profile, revision, now);
                messages.add(new OutboxMessage(Topics.PROFILE, id.toString(), CODEC.write(state)));
            }
        });
        store.save(changed, now);
        outbox.publishAll(messages);
    }

    /** A digest of what is said of the shopper, whenever it is said. */
    private UUID content(Profile profile) {
        return UUID.nameUUIDFromBytes(CODEC.write(states.of(profile, 0, Instant.EPOCH)));
    }
}
