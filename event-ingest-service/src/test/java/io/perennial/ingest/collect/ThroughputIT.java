package io.perennial.ingest.collect;

import static io.perennial.ingest.testing.IngestClient.basic;
import static io.perennial.ingest.testing.IngestClient.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.ingest.testing.IngestClient;
import io.perennial.ingest.testing.WithIngest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Measures, on request: {@code -Dingest.throughput=20} sends for so many seconds and prints the rate. */
@WithIngest
@EnabledIfSystemProperty(named = "ingest.throughput", matches = "[0-9]+")
class ThroughputIT {

    private static final int CLIENTS = 6;
    private static final int BATCH = 80;

    @LocalServerPort
    private int port;

    @Test
    void ordersOfTwentyLinesAreTaken() throws InterruptedException, ExecutionException {
        send(Duration.ofSeconds(10), "warm");
        Duration length = Duration.ofSeconds(Integer.getInteger("ingest.throughput"));
        long start = System.nanoTime();
        long events = send(length, "run");
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "ingest_events_per_second=%.0f (batches of %d, %d bytes an event, %d clients, %d cores)%n",
                events / seconds,
                BATCH,
                order("run", 0, 0).length(),
                CLIENTS,
                Runtime.getRuntime().availableProcessors());
        assertThat(events).isPositive();
    }

    private long send(Duration length, String run) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + length.toNanos();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<Long>> sent = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int number = i;
                sent.add(clients.submit(() -> sendUntil(end, run + number)));
            }
            long events = 0;
            for (Future<Long> one : sent) {
                events += one.get();
            }
            return events;
        }
    }

    private long sendUntil(long end, String name) {
        var client = new IngestClient(port);
        long events = 0;
        for (int batch = 0; System.nanoTime() < end; batch++) {
            StringBuilder body = new StringBuilder("{\"batch\":[");
            for (int i = 0; i < BATCH; i++) {
                body.append(i == 0 ? "" : ",").append(order(name, batch, i));
            }
            var answer = client.post(
                    "/v1/batch", bytes(body.append("]}").toString()), "Authorization", basic("demo-write-key:"));
            assertThat(answer.body()).contains("\"accepted\":" + BATCH);
            events += BATCH;
        }
        return events;
    }

    private static String order(String name, int batch, int i) {
        String id = name + "-" + batch + "-" + i;
        StringBuilder order = new StringBuilder(3500)
                .append("{\"type\":\"track\",\"event\":\"Order Completed\",\"messageId\":\"")
                .append(id)
                .append("\",\"userId\":\"")
                .append((batch * 31 + i) % 4000 + 10_000)
                .append("\",\"timestamp\":\"2011-11-10T12:30:00Z\",\"originalTimestamp\":\"2011-11-10T12:30:00Z\",")
                .append("\"properties\":{\"order_id\":\"")
                .append(id)
                .append("\",\"currency\":\"GBP\",\"products\":[");
        for (int line = 0; line < 20; line++) {
            order.append(line == 0 ? "" : ",")
                    .append("{\"product_id\":\"8512")
                    .append(line)
                    .append("A\",\"sku\":\"8512")
                    .append(line)
                    .append(
                            "A\",\"name\":\"WHITE HANGING HEART T-LIGHT HOLDER\",\"category\":\"hearts\",\"price\":2.55,")
                    .append("\"quantity\":6,\"position\":")
                    .append(line)
                    .append('}');
        }
        return order.append("],\"country\":\"United Kingdom\"}}").toString();
    }
}
