package io.perennial.recommendation.intake;

import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.Event;
import io.perennial.common.stream.BatchHandler;
import io.perennial.recommendation.catalog.Catalog;
import io.perennial.recommendation.catalog.CatalogLesson;
import io.perennial.recommendation.history.Histories;
import io.perennial.recommendation.history.HistoryBatch;
import io.perennial.recommendation.orders.OrderBatch;
import io.perennial.recommendation.orders.Orders;
import io.perennial.recommendation.session.Sessions;
import java.util.List;
import org.springframework.stereotype.Component;

/** Folds accepted events into histories, orders, sessions and catalog: at most five statements a batch. */
@Component
class EventIntake implements BatchHandler<Event> {

    private final Histories histories;
    private final Orders orders;
    private final Sessions sessions;
    private final Catalog catalog;

    EventIntake(Histories histories, Orders orders, Sessions sessions, Catalog catalog) {
        this.histories = histories;
        this.orders = orders;
        this.sessions = sessions;
        this.catalog = catalog;
    }

    @Override
    public void handle(List<Event> batch) {
        HistoryBatch history = new HistoryBatch();
        OrderBatch order = orders.batch();
        CatalogLesson lesson = catalog.lesson();
        for (Event event : batch) {
            CommerceEvent commerce = event.ownSend() ? null : CommerceEvent.of(event);
            if (commerce != null) {
                history.add(event, commerce);
                order.add(event, commerce);
                lesson.add(event, commerce);
            }
        }
        histories.record(history);
        orders.record(order);
        sessions.record(history);
        // Last, for its rows are shared by all partitions and stay locked until the commit.
        catalog.learn(lesson);
    }
}
