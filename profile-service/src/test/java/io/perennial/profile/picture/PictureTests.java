package io.perennial.profile.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.perennial.common.event.Attributes;
import io.perennial.common.event.Event;
import io.perennial.common.event.EventBuilder;
import io.perennial.common.event.EventType;
import io.perennial.common.event.Personal;
import io.perennial.common.event.Trust;
import io.perennial.common.identity.Identifier;
import io.perennial.profile.affinity.Affinity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A picture is the same for the same events, and merges. */
class PictureTests {

    private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");
    private final PictureSettings settings = new PictureSettings(Duration.ofDays(30), Duration.ofMinutes(30));
    private final PictureCodec codec = new PictureCodec(settings);
    private final GrowingBytes bytes = new GrowingBytes();
    private int made;
    private final TraitsCodec traits = new TraitsCodec();

    @Test
    void laterEventsDoNotMoveFirstSeenAndFutureOnesNotLastSeen() {
        Picture picture = folded(List.of(
                track("Product Viewed", 1).build(),
                track("Product Viewed", 0).build(),
                track("Cart Viewed", 5).receivedAt(START.plusSeconds(120)).build()));
        assertThat(picture.firstSeen()).contains(START);
        assertThat(picture.lastSeen()).contains(START.plusSeconds(120));
        assertThat(picture.counts()).containsOnly(Map.entry("Product Viewed", 2L), Map.entry("Cart Viewed", 1L));
    }

    @Test
    void ownSendsLeaveNoMark() {
        Picture picture = folded(
                List.of(track("Email Delivered", 0).source(Event.OWN_SOURCE).build()));
        assertThat(picture.events()).isZero();
        assertThat(picture.lastSeen()).isEmpty();
        assertThat(picture.sessions().count()).isZero();
    }

    @Test
    void theLatestTraitHoldsAndNullTakesItBack() {
        Picture picture = folded(List.of(
                identify(2, "plan", "gold", Trust.BROWSER),
                identify(1, "plan", "silver", Trust.SERVER),
                identify(3, "team", "red", Trust.BROWSER),
                identify(4, "team", null, Trust.BROWSER)));
        assertThat(picture.traits().values()).containsOnly(Map.entry("plan", "gold"));
    }

    @Test
    void aBrowserGivesAMissingAddressButChangesNoneOfAKnownShopper() {
        Event first = mail(1, "u", "first@example.org", Trust.BROWSER);
        Event second = mail(2, "u", "second@example.org", Trust.BROWSER);
        Event server = mail(0, "u", "server@example.org", Trust.SERVER);
        assertThat(folded(List.of(second, first)).personal().text("email")).isEqualTo("first@example.org");
        assertThat(folded(List.of(second, server, first)).personal().text("email"))
                .isEqualTo("server@example.org");
    }

    @Test
    void anAnonymousAddressFillsInForAKnownShopperButDoesNotReplace() {
        Picture known = folded(List.of(mail(0, "u", "known@example.org", Trust.BROWSER)));
        Picture bare = folded(List.of(track("Product Viewed", 0).build()));
        Event typed = mail(9, null, "typed@example.org", Trust.BROWSER);
        Picture anonymous = folded(List.of(typed));
        assertThat(merged(known, anonymous).personal().text("email")).isEqualTo("known@example.org");
        assertThat(merged(bare, anonymous).personal().text("email")).isEqualTo("typed@example.org");
    }

    @RepeatedTest(20)
    void orderSplitAndStorageDoNotMatter() {
        long seed = System.nanoTime();
        System.out.println("PictureTests seed " + seed);
        Random random = new Random(seed);
        List<Event> all = events(random, 600);
        Picture inOrder = folded(all);
        Collections.shuffle(all, random);
        Picture stored = settings.blank();
        for (int from = 0; from < all.size(); ) {
            int to = Math.min(all.size(), from + 1 + random.nextInt(200));
            all.subList(from, to).forEach(stored::observe);
            stored = reread(stored);
            from = to;
        }
        same(stored, inOrder);

        Map<Identifier, Picture> parts = new HashMap<>();
        for (Event event : all) {
            Identifier part = Identifier.anonymous("part" + random.nextInt(4));
            parts.computeIfAbsent(part, first -> settings.blank()).observe(event);
        }
        Picture merged = Picture.merged(settings.blank(), parts);
        assertThat(merged.events()).isEqualTo(inOrder.events());
        assertThat(merged.sessions()).isEqualTo(inOrder.sessions());
        assertThat(merged.traits()).isEqualTo(inOrder.traits());
        assertThat(merged.counts()).isEqualTo(inOrder.counts());
    }

    private static void same(Picture one, Picture other) {
        assertThat(one.events()).isEqualTo(other.events());
        assertThat(one.firstSeen()).isEqualTo(other.firstSeen());
        assertThat(one.lastSeen()).isEqualTo(other.lastSeen());
        assertThat(one.counts()).isEqualTo(other.counts());
        assertThat(one.zone()).isEqualTo(other.zone());
        assertThat(one.sessions()).isEqualTo(other.sessions());
        assertThat(one.traits()).isEqualTo(other.traits());
        assertThat(one.personal()).isEqualTo(other.personal());
        List<Affinity> mine = one.categories(100, START);
        List<Affinity> theirs = other.categories(100, START);
        for (int i = 0; i < theirs.size(); i++) {
            assertThat(mine.get(i).weight()).isCloseTo(theirs.get(i).weight(), within(1e-9));
        }
        assertThat(one.products(1000, START)).hasSameSizeAs(other.products(1000, START));
    }

    private Picture reread(Picture picture) {
        Picture read = codec.read(codec.writeOutline(picture, bytes), codec.writeAffinities(picture, bytes));
        traits.readInto(read.traits, traits.write(picture.traits));
        traits.readInto(read.personal, traits.write(picture.personal));
        return read;
    }

    private Picture merged(Picture known, Picture anonymous) {
        return Picture.merged(
                settings.blank(), Map.of(Identifier.user("u"), known, Identifier.anonymous("a"), anonymous));
    }

    private Picture folded(List<Event> events) {
        Picture picture = settings.blank();
        events.forEach(picture::observe);
        return picture;
    }

    private List<Event> events(Random random, int count) {
        List<Event> events = new ArrayList<>();
        String[] zones = {"Europe/London", "Europe/Berlin", "Mars/Phobos"};
        for (int i = 0; i < count; i++) {
            int minute = random.nextInt(500_000);
            events.add(
                    switch (random.nextInt(4)) {
                        case 0 -> identify(minute, "t" + random.nextInt(5), i, Trust.SERVER);
                        case 1 -> mail(minute, "u", "m" + i + "@example.org", trust(random));
                        case 2 ->
                            track("Product Viewed", minute)
                                    .properties(Attributes.of(Map.of(
                                            "product_id", "p" + random.nextInt(700),
                                            "category", "c" + random.nextInt(9),
                                            "brand", "b" + random.nextInt(9))))
                                    .build();
                        default ->
                            track("Something", minute)
                                    .context(Attributes.of(Map.of("timezone", zones[random.nextInt(3)])))
                                    .build();
                    });
        }
        return events;
    }

    private static Trust trust(Random random) {
        return random.nextBoolean() ? Trust.SERVER : Trust.BROWSER;
    }

    private Event identify(int minute, String trait, @Nullable Object value, Trust trust) {
        Map<String, @Nullable Object> said = new HashMap<>();
        said.put(trait, value);
        return track("", minute)
                .name(null)
                .type(EventType.IDENTIFY)
                .trust(trust)
                .traits(Attributes.of(said))
                .build();
    }

    private Event mail(int minute, @Nullable String user, String email, Trust trust) {
        return track("", minute)
                .name(null)
                .type(EventType.IDENTIFY)
                .userId(user)
                .anonymousId(user == null ? "a" : null)
                .trust(trust)
                .personal(new Personal(Attributes.of(Map.of("email", email, "ip", "192.0.2.1"))))
                .build();
    }

    private EventBuilder track(String name, int minute) {
        return Event.builder()
                .messageId("m" + made++)
                .name(name)
                .userId("u")
                .source("shop")
                .timestamp(START.plusSeconds(60L * minute));
    }
}
