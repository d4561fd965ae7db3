package io.perennial.ingest.source;

import io.perennial.common.event.Event;
import io.perennial.common.event.Trust;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The sources, by name; {@code event-ingest-service.yml} describes each setting. The source {@code campaign}, whose events
 * come over Kafka, is always there.
 */
@Validated
@ConfigurationProperties("perennial.ingest")
record SourceProperties(@DefaultValue Map<String, @Valid SourceSettings> sources) {

    /** SHA-256 of the demo keys, which profile {@code local} alone may configure. */
    private static final Set<String> DEMO_KEYS =
            Set.of(Sources.sha256("demo-write-key"), Sources.sha256("demo-browser-key"));

    /** One source; null key: it sends over Kafka only. */
    record SourceSettings(
            @Pattern(regexp = "(?i)[0-9a-f]{64}", message = "must be the 64 hexadecimal digits of a SHA-256") @Nullable String keySha256,

            @DefaultValue("browser") Trust trust,
            @DefaultValue("256KB") DataSize maxEvent,
            @DefaultValue("4MB") DataSize maxBatch,
            @Min(1) @Max(100_000) @DefaultValue("2500") int maxMessages,
            @Min(1) @Nullable Integer eventsPerSecond) {

        Source toSource(String name) {
            return new Source(
                    name,
                    trust,
                    new SourceLimits(
                            Math.toIntExact(maxEvent.toBytes()),
                            Math.toIntExact(maxBatch.toBytes()),
                            maxMessages,
                            eventsPerSecond));
        }
    }

    /**
     * @param demoKeysAllowed whether the well-known keys may be configured
     * @throws IllegalStateException where nobody could send, two sources share a key, or a demo key is not allowed
     */
    Sources toSources(boolean demoKeysAllowed) {
        Map<String, Source> byName = new HashMap<>();
        Map<String, Source> byKeyHash = new HashMap<>();
        byName.put(
                Event.OWN_SOURCE,
                new SourceSettings(null, Trust.SERVER, DataSize.ofKilobytes(256), DataSize.ofMegabytes(4), 2500, null)
                        .toSource(Event.OWN_SOURCE));
        sources.forEach((name, settings) -> {
            Source source = settings.toSource(name);
            byName.put(name, source);
            if (settings.keySha256() != null) {
                String hash = settings.keySha256().toLowerCase(Locale.ROOT);
                requireReal(name, hash, demoKeysAllowed);
                if (byKeyHash.put(hash, source) != null) {
                    throw new IllegalStateException("perennial.ingest.sources." + name
                            + ".key-sha256 is the key of another source; give it its own");
                }
            }
        });
        if (byKeyHash.isEmpty()) {
            throw new IllegalStateException(
                    "no source has a write key, so nobody could send; set perennial.ingest.sources.<name>.key-sha256, "
                            + "or run with profile local for the demo keys");
        }
        return new Sources(byName, byKeyHash);
    }

    private static void requireReal(String name, String hash, boolean demoKeysAllowed) {
        if (!demoKeysAllowed && DEMO_KEYS.contains(hash)) {
            throw new IllegalStateException("perennial.ingest.sources." + name
                    + ".key-sha256 is a demo key, which everybody knows; only profile local takes it");
        }
    }
}
