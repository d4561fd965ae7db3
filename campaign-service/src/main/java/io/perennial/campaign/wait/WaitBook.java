package io.perennial.campaign.wait;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What a batch of events says about waits, with repetitions taken together; pure. */
public final class WaitBook {

    private final Map<Key, Waiting> waits = new HashMap<>();
    private final Set<Follower> followers = new LinkedHashSet<>();

    private record Key(String campaign, UUID profileId, String key) {}

    public void add(Waiting waiting) {
        Key key = new Key(
                waiting.candidate().campaign(), waiting.candidate().profileId().value(), waiting.key());
        waits.merge(key, waiting, Waiting::merge);
    }

    public void add(Follower follower) {
        followers.add(follower);
    }

    Collection<Waiting> waits() {
        return waits.values();
    }

    Set<Follower> followers() {
        return followers;
    }
}
