package io.perennial.churn.refresh;

import io.perennial.common.event.Event;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Folds events without Kafka: each batch in a transaction, as the runtime does it. */
public final class Folding {

    private static final int BATCH = 1_000;

    private Folding() {}

    public static void fold(ApplicationContext context, List<Event> events) {
        EventRefresh refresh = context.getBean(EventRefresh.class);
        TransactionTemplate transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        for (int from = 0; from < events.size(); from += BATCH) {
            List<Event> batch = events.subList(from, Math.min(events.size(), from + BATCH));
            transaction.executeWithoutResult(status -> refresh.handle(batch));
        }
    }
}
