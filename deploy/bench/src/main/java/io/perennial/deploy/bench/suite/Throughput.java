package io.perennial.deploy.bench.suite;

import io.perennial.common.topic.Topics;
import io.perennial.deploy.bench.kafka.PlainThroughput;
import io.perennial.deploy.bench.report.Figure;
import io.perennial.deploy.bench.report.Progress;
import io.perennial.deploy.replay.ReplayOptions;
import io.perennial.deploy.replay.SourceKind;
import java.util.List;

/**
 * Events a second from HTTP until every consumer of the suite has committed them, the client's own work on the same machine
 * included. Peer: the same bytes through one plain topic.
 */
record Throughput(Shop shop, SuiteSettings settings, Progress progress) {

    /** A year of Online Retail, and of the simulated shop's default 800 shoppers, about. */
    private static final int EVENTS_OF_ONLINE_RETAIL = 28_168;

    List<Figure> measure() {
        progress.says("Warming up with a replay at full speed.");
        DemoShop.replay(shop, source().repeat(1).endNow(true));
        DemoShop.caughtUp(shop);

        var source = source();
        progress.says("Replaying at least %,d events at full speed.".formatted(settings.events()));
        var since = System.nanoTime();
        var summary = DemoShop.replay(shop, source.endNow(true));
        var sent = (System.nanoTime() - since) / 1e9;
        progress.says(
                "Ingest has %,d events after %.1f s; waiting for the consumers.".formatted(summary.accepted(), sent));
        DemoShop.caughtUp(shop);
        var pace = summary.accepted() / ((System.nanoTime() - since) / 1e9);
        progress.says("%,d events, %.0f a second end to end (%.0f a second into ingest)."
                .formatted(summary.accepted(), pace, summary.accepted() / sent));

        progress.says("The same bytes through one plain Kafka topic.");
        var plain =
                PlainThroughput.recordsPerSecond(shop.suite().bootstrapServers(), Topics.ACCEPTED, summary.accepted());
        return List.of(
                new Figure("replay_events_per_second", pace),
                new Figure("replay_events_per_second_into_ingest", summary.accepted() / sent),
                new Figure("plain_kafka_events_per_second", plain),
                new Figure("replay_to_plain_kafka_ratio", pace / plain));
    }

    private ReplayOptions.Builder source() {
        var file = settings.onlineRetail();
        if (file.isPresent()) {
            var repeat = (int) Math.ceilDiv(settings.events(), EVENTS_OF_ONLINE_RETAIL);
            return ReplayOptions.of(SourceKind.ONLINE_RETAIL, file.get()).repeat(repeat);
        }
        progress.says("There is no %s/online-retail.csv.gz: replaying the simulated shop instead."
                .formatted(settings.data()));
        return ReplayOptions.of(SourceKind.SIMULATED, null)
                .moments(false)
                .limit(settings.events())
                .repeat(100);
    }
}
