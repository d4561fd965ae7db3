package io.perennial.deploy.replay.message;

import org.jspecify.annotations.Nullable;

/** Who did something, as the shop saw them at that moment: by account, by device, or both. */
public record Shopper(
        @Nullable String userId,
        @Nullable String anonymousId,
        @Nullable String sessionId) {

    /** Someone logged in. */
    public static Shopper user(String userId) {
        return new Shopper(userId, null, null);
    }

    /** Someone only a device is known of. */
    public static Shopper anonymous(String anonymousId) {
        return new Shopper(null, anonymousId, null);
    }

    /** Someone logged in on a device that may have been seen before. */
    public static Shopper both(String userId, String anonymousId) {
        return new Shopper(userId, anonymousId, null);
    }

    /** The same, within a session the source has named. */
    public Shopper in(String session) {
        return new Shopper(userId, anonymousId, session);
    }
}
