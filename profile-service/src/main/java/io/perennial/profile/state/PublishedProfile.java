package io.perennial.profile.state;

import io.perennial.common.identity.ProfileId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was or is to be published of a profile.
 *
 * @param content digest of it; null: nothing yet
 * @param gone whether a tombstone was the last
 * @param profile to be kept as the row's columns; null where it is only known to have been published
 */
record PublishedProfile(
        ProfileId id,
        long revision,
        @Nullable UUID content,
        boolean gone,
        @Nullable Profile profile) {

    static PublishedProfile gone(ProfileId id, long revision) {
        return new PublishedProfile(id, revision, null, true, null);
    }
}
