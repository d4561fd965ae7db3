package io.perennial.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.perennial.common.event.Trust;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SourcePropertiesTests {

    private static final String KEY = "perennial.ingest.sources.web.key-sha256";

    @Test
    void aSourceIsAPublicBrowserWithTheDefaultLimitsUnlessToldOtherwise() {
        Sources sources =
                bind(Map.of(KEY, Sources.sha256("k").toUpperCase(Locale.ROOT))).toSources(false);
        Source web = sources.byWriteKey("k");
        assertThat(web).isEqualTo(new Source("web", Trust.BROWSER, new SourceLimits(262_144, 4_194_304, 2500, null)));
        assertThat(sources.byWriteKey("K")).isNull();
        assertThat(sources.largestBatch()).isEqualTo(4_194_304);
    }

    @Test
    void theCampaignsAreASourceWithoutAKey() {
        Source campaign =
                bind(Map.of(KEY, Sources.sha256("k"))).toSources(false).byName("campaign");
        assertThat(campaign).isNotNull();
        assertThat(campaign.trust()).isEqualTo(Trust.SERVER);
    }

    @Test
    void limitsAreSettingsOfASource() {
        Sources sources = bind(Map.of(
                        KEY,
                        Sources.sha256("k"),
                        "perennial.ingest.sources.web.trust",
                        "server",
                        "perennial.ingest.sources.web.max-event",
                        "32KB",
                        "perennial.ingest.sources.web.max-batch",
                        "500KB",
                        "perennial.ingest.sources.web.max-messages",
                        "10",
                        "perennial.ingest.sources.web.events-per-second",
                        "50"))
                .toSources(false);
        assertThat(sources.byName("web"))
                .isEqualTo(new Source("web", Trust.SERVER, new SourceLimits(32_768, 512_000, 10, 50)));
    }

    @Test
    void withoutAnySourceTheServiceDoesNotStart() {
        assertThatIllegalStateException()
                .isThrownBy(() -> bind(Map.of()).toSources(true))
                .withMessageContaining("perennial.ingest.sources");
    }

    @Test
    void demoKeysAreForTheLaptopOnly() {
        SourceProperties demo = bind(Map.of(KEY, Sources.sha256("demo-write-key")));
        assertThat(demo.toSources(true).byWriteKey("demo-write-key")).isNotNull();
        assertThatIllegalStateException()
                .isThrownBy(() -> demo.toSources(false))
                .withMessageContaining("demo key");
    }

    @Test
    void twoSourcesDoNotShareAKey() {
        assertThatIllegalStateException()
                .isThrownBy(() -> bind(Map.of(
                                KEY,
                                Sources.sha256("k"),
                                "perennial.ingest.sources.other.key-sha256",
                                Sources.sha256("k")))
                        .toSources(false));
    }

    private static SourceProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("perennial.ingest", SourceProperties.class);
    }
}
