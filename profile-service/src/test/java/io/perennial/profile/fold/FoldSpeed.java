package io.perennial.profile.fold;

import io.perennial.common.event.Event;
import io.perennial.common.event.EventCodec;
import io.perennial.common.stream.ReceivedEvent;
import io.perennial.common.testkit.Events;
import io.perennial.common.testkit.Infrastructure;
import io.perennial.profile.ProfileServiceApplication;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Prints how many events a second one thread folds on real Postgres, orders of 21 lines as in Online Retail: a main, no
 * test, as a figure is no verdict.
 */
final class FoldSpeed {

    private static final int SHOPPERS = 12_000;
    private static final int PRODUCTS = 4000;
    private static final int BATCH = 1000;
    private static final int EVENTS = 60_000;

    private FoldSpeed() {}

    public static void main(String[] args) {
        Infrastructure infrastructure = Infrastructure.running();
        System.setProperty("DATABASE_URL", infrastructure.jdbcUrl());
        System.setProperty("DATABASE_PASSWORD", "test");
        System.setProperty("KAFKA_BOOTSTRAP_SERVERS", infrastructure.bootstrapServers());
        System.setProperty("spring.config.name", "profile-service");
        System.setProperty("spring.profiles.active", "local");
        try (ConfigurableApplicationContext context = SpringApplication.run(
                ProfileServiceApplication.class, "--server.port=0", "--management.server.port=0")) {
            measure(
                    context.getBean(EventFold.class),
                    new TransactionTemplate(context.getBean(PlatformTransactionManager.class)),
                    context.getBean(JdbcClient.class));
        }
        System.exit(0);
    }

    private static void measure(EventFold fold, TransactionTemplate transaction, JdbcClient jdbc) {
        Random random = new Random(1);
        EventCodec codec = new EventCodec();
        List<ReceivedEvent> batch = new ArrayList<>(BATCH);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long spent = 0;
        long busy = 0;
        for (int i = 1; i <= EVENTS; i++) {
            byte[] bytes = codec.write(event(random, i));
            batch.add(new ReceivedEvent(codec.read(bytes), bytes));
            if (batch.size() == BATCH) {
                long start = System.nanoTime();
                long cpu = threads.getCurrentThreadCpuTime();
                transaction.executeWithoutResult(status -> fold.handle(batch));
                if (i > EVENTS / 3) {
                    spent += System.nanoTime() - start;
                    busy += threads.getCurrentThreadCpuTime() - cpu;
                }
                batch.clear();
                transaction.executeWithoutResult(
                        status -> jdbc.sql("delete from stream_outbox").update());
            }
        }
        double measured = EVENTS * 2 / 3.0;
        System.out.printf("fold_events_per_second=%.0f%n", measured / (spent / 1e9));
        System.out.printf("fold_thread_micros_per_event=%.0f%n", busy / 1e3 / measured);
    }

    /** Three orders, an anonymous order, and now and then a refund: the mixture of the file. */
    private static Event event(Random random, int number) {
        Instant at = Instant.parse("2025-01-01T00:00:00Z").plus(Duration.ofMinutes(5L * number));
        boolean anonymous = random.nextInt(8) == 0;
        String shopper = "s" + (int) (SHOPPERS * Math.pow(random.nextDouble(), 2));
        if (random.nextInt(6) == 0) {
            return Events.refund("C" + number)
                    .by(shopper)
                    .at(at)
                    .line(product(random), 1, "2.55")
                    .build();
        }
        Events order = Events.order("o" + number).at(at);
        int lines = 1 + random.nextInt(41);
        for (int line = 0; line < lines; line++) {
            order.line(
                    product(random),
                    1 + random.nextInt(12),
                    BigDecimal.valueOf(50 + random.nextInt(900), 2).toString());
        }
        return (anonymous ? order.byAnonymous("a" + number) : order.by(shopper)).build();
    }

    private static String product(Random random) {
        return "" + (20_000 + (int) (PRODUCTS * Math.pow(random.nextDouble(), 2)));
    }
}
