package io.perennial.common.topic;

import io.perennial.common.event.Money;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the other services need to know of a shopper ({@link Topics#PROFILE}, key {@code profileId}).
 *
 * @param stage lifecycle stage, e.g. {@code active}
 * @param events distinct accepted events, our own sends not among them
 * @param revenue orders less refunds
 * @param consents purpose to granted, only those somebody decided
 * @param channels by which the shopper can be reached, e.g. {@code email}
 * @param zone the shopper's time zone (IANA)
 * @param personal what names the person, e.g. {@code email}
 */
public record ProfileState(
        UUID profileId,
        long revision,
        Instant updatedAt,
        List<String> userIds,
        List<String> anonymousIds,
        String stage,
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen,
        long events,
        long orders,
        @Nullable Money revenue,
        @Nullable Rfm rfm,
        @Nullable Clv clv,
        Map<String, Boolean> consents,
        List<String> channels,
        @Nullable String zone,
        List<String> segments,
        Map<String, String> personal)
        implements Revised {

    /** Recency, frequency and monetary value as population quintiles, 5 the best; {@code score} joins them: "545". */
    public record Rfm(int recency, int frequency, int monetary, String score) {}

    /** Expected orders and revenue within the horizon. */
    public record Clv(int horizonDays, double expectedOrders, Money expectedRevenue, double probabilityAlive) {}

    // Evolution is additive: an older record lacks the newer collections. Sorted: the same state is the same bytes.
    @SuppressWarnings("NullAway") // Jackson passes null for what is absent
    public ProfileState {
        userIds = userIds == null ? List.of() : List.copyOf(userIds);
        anonymousIds = anonymousIds == null ? List.of() : List.copyOf(anonymousIds);
        consents = consents == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(consents));
        channels = channels == null ? List.of() : List.copyOf(channels);
        segments = segments == null ? List.of() : List.copyOf(segments);
        personal = personal == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(personal));
    }

    /**
     * The same without what every event changes and what names the person: consents, stage, value, channels, zone and
     * segments remain. Of no revision, so that two can be compared.
     */
    public ProfileState lasting() {
        return new ProfileState(
                profileId,
                0,
                Instant.EPOCH,
                List.of(),
                List.of(),
                stage,
                null,
                null,
                0,
                0,
                null,
                null,
                clv,
                consents,
                channels,
                zone,
                segments,
                Map.of());
    }
}
