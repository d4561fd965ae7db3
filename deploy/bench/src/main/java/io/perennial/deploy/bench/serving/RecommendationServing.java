package io.perennial.deploy.bench.serving;

import io.perennial.deploy.bench.load.LoadResult;
import io.perennial.deploy.bench.report.CannotMeasure;
import io.perennial.deploy.bench.report.Figure;
import io.perennial.deploy.bench.report.Progress;
import io.perennial.deploy.bench.suite.Residency;
import io.perennial.deploy.bench.suite.Shop;
import io.perennial.deploy.local.service.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** recommendation-service alone: personal shelves over HTTP while its models are swapped, and the memory that takes. */
public final class RecommendationServing {

    /** So many are written to the topics; the others are copies of them. */
    private static final int MOST_WRITTEN = 100_000;

    /** Trainings only when asked for. */
    private static final Map<String, String> ON_DEMAND = Map.of(
            "MODEL_TRAINING_INTERVAL", "1d",
            "MODEL_BLEND_INTERVAL", "1d",
            "MODEL_HEAP", "2g",
            "MODEL_BLEND_HEAP", "2g");

    private final ServingSettings settings;
    private final int products;
    private final Duration soak;
    private final Progress progress;

    /** @param soak so long it is asked on afterwards; zero: not */
    public RecommendationServing(ServingSettings settings, int products, Duration soak, Progress progress) {
        this.settings = settings;
        this.products = products;
        this.soak = soak;
        this.progress = progress;
    }

    public List<Figure> measure() {
        try (var alone = ServiceAlone.start(Service.RECOMMENDATION, "1200m", ON_DEMAND, settings, progress)) {
            var tables = new RecommendationTables(alone.suite());
            prepare(alone, tables);
            return measure(alone, tables);
        }
    }

    private void prepare(ServiceAlone alone, RecommendationTables tables) {
        var shop = new Shop(alone.suite());
        var assortment = new Assortment(products);
        assortment.feedTo(shop);
        progress.says("%,d products are fed.".formatted(products));
        var written = Math.min(settings.shoppers(), MOST_WRITTEN);
        try (var writer = new TopicWriter(alone.suite().bootstrapServers())) {
            new Visitors(written, assortment, Instant.now()).write(writer);
        }
        progress.says("%,d shoppers are in Kafka.".formatted(written));
        alone.awaitCaughtUp();
        tables.copyVisitors(written, settings.shoppers());
        progress.says("They are folded, and copied to %,d; training.".formatted(settings.shoppers()));
        shop.trainRecommendations();
        progress.says("The models answer; training the blend.");
        progress.says("The blend: " + shop.trainBlend());
    }

    private List<Figure> measure(ServiceAlone alone, RecommendationTables tables) {
        var served = served(alone, tables);
        var resident = Residency.mib(alone.suite().part(Service.RECOMMENDATION.module()));
        progress.says("It takes %,.0f MiB.".formatted(resident));
        var soaked = soak.isZero() ? List.<Figure>of() : soaked(alone, tables);
        var plain = alone.askPlainBoot();
        var figures = new ArrayList<>(List.of(
                new Figure("serve_requests_per_second", served.perSecond()),
                new Figure("serve_p50_ms", served.millisecondsAt(50)),
                new Figure("serve_p99_ms", served.millisecondsAt(99)),
                new Figure("serve_failed", served.failed()),
                new Figure("plain_boot_requests_per_second", plain.perSecond()),
                new Figure("serve_to_plain_boot_ratio", served.perSecond() / plain.perSecond()),
                new Figure("resident_mib", resident)));
        figures.addAll(soaked);
        return figures;
    }

    private List<Figure> soaked(ServiceAlone alone, RecommendationTables tables) {
        try (var _ = new ModelSwaps(tables)) {
            return new Soak(alone, Service.RECOMMENDATION, progress).measure(soak, this::anyShelf);
        }
    }

    private String anyShelf(Random random) {
        return "/v1/recommendations?placement=home&userId=" + Visitors.user(random.nextInt(settings.shoppers()));
    }

    private LoadResult served(ServiceAlone alone, RecommendationTables tables) {
        try (var swaps = new ModelSwaps(tables)) {
            var served = alone.ask("shelves for shoppers", this::anyShelf);
            if (swaps.count() == 0) {
                throw new CannotMeasure("no model was swapped");
            }
            progress.says("The models were swapped %d times meanwhile.".formatted(swaps.count()));
            return served;
        }
    }
}
