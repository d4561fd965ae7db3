package io.perennial.deploy.bench.suite;

import io.perennial.deploy.bench.kafka.RoundTrip;
import io.perennial.deploy.bench.report.Figure;
import io.perennial.deploy.bench.report.Progress;
import io.perennial.deploy.bench.report.Quantiles;
import io.perennial.deploy.local.service.Service;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * From POST to what it changes, under a steady load of other shoppers. Peer: a plain Kafka round trip of the same event under the
 * same load.
 */
record Freshness(Shop shop, SuiteSettings settings, Progress progress) {

    /** Seldom enough that looking for what the probes change is no load of its own. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final Duration WARMING = Duration.ofSeconds(5);
    /** A probe shopper comes again only after some seconds. */
    private static final int SHOPPERS = 500;

    private static final double P99 = 0.99;

    List<Figure> measure() {
        Waiting.until(
                "there is something to recommend",
                Duration.ofMinutes(2),
                () -> !shop.get(Service.RECOMMENDATION, "/v1/recommendations?placement=home&limit=100")
                        .path("items")
                        .isEmpty());
        var products = Products.of(shop);
        progress.says("Background load of %d events a second; warming up.".formatted(settings.rate()));
        try (var background = new Background(shop, products, settings.rate())) {
            var warming = new Probes(WARMING, PAUSE);
            warming.measure(number -> view("warm-profile-" + number, products.at(number)), number -> true);
            warming.measure(
                    number -> view("warm-home-" + number, products.at(number)),
                    number -> isPersonal("warm-home-" + number));

            var probes = new Probes(settings.window(), PAUSE);
            var profile = said("visible in the profile", profile(probes, products));
            var recommendation = said("a changed recommendation", recommendation(probes, products));
            var floor = said(
                    "a plain Kafka round trip",
                    RoundTrip.milliseconds(
                            shop.suite().bootstrapServers(),
                            event("probe", products.at(0)).getBytes(StandardCharsets.UTF_8),
                            settings.window(),
                            PAUSE));
            progress.says("The background load came to %.0f events a second.".formatted(background.rate()));
            return List.of(
                    new Figure("profile_freshness_p50_ms", profile.median()),
                    new Figure("profile_freshness_p99_ms", profile.at(P99)),
                    new Figure("recommendation_freshness_p50_ms", recommendation.median()),
                    new Figure("recommendation_freshness_p99_ms", recommendation.at(P99)),
                    new Figure("plain_kafka_round_trip_p50_ms", floor.median()),
                    new Figure("plain_kafka_round_trip_p99_ms", floor.at(P99)),
                    new Figure("profile_freshness_to_plain_kafka_ratio", profile.at(P99) / floor.at(P99)));
        }
    }

    /** The n-th visit of a shopper is visible once their profile counts n events. */
    private Quantiles profile(Probes probes, Products products) {
        return probes.measure(
                number -> view("probe-" + number % SHOPPERS, products.at(number)),
                number -> shop.get(Service.PROFILE, "/v1/profiles/userId:probe-" + number % SHOPPERS)
                                .path("events")
                                .asInt(0)
                        > number / SHOPPERS);
    }

    /** A newcomer is shown what is popular, until the one view counts. */
    private Quantiles recommendation(Probes probes, Products products) {
        return probes.measure(
                number -> view("newcomer-" + number, products.at(number)), number -> isPersonal("newcomer-" + number));
    }

    private boolean isPersonal(String user) {
        return shop.get(Service.RECOMMENDATION, "/v1/recommendations?placement=home&userId=" + user)
                .path("strategy")
                .asString("")
                .startsWith("personal");
    }

    private void view(String user, String product) {
        shop.collect("track", event(user, product));
    }

    private static String event(String user, String product) {
        return """
                {"userId":"%s","event":"Product Viewed","properties":{"product_id":"%s"}}""".formatted(user, product);
    }

    private Quantiles said(String what, Quantiles took) {
        progress.says("%s: %d probes, half within %.0f ms, 99 of 100 within %.0f ms"
                .formatted(what, took.count(), took.median(), took.at(P99)));
        return took;
    }
}
