package io.perennial.recommendation.intake;

import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.Event;
import io.perennial.common.stream.BatchHandler;
import io.perennial.recommendation.attribution.Attribution;
import io.perennial.recommendation.attribution.AttributionBatch;
import io.perennial.recommendation.catalog.Catalog;
import io.perennial.recommendation.catalog.CatalogLesson;
import io.perennial.recommendation.clicklog.ClickLog;
import io.perennial.recommendation.clicklog.ClickLogBatch;
import io.perennial.recommendation.demand.DemandBatch;
import io.perennial.recommendation.demand.Demands;
import io.perennial.recommendation.history.Histories;
import io.perennial.recommendation.history.HistoryBatch;
import io.perennial.recommendation.orders.OrderBatch;
import io.perennial.recommendation.orders.Orders;
import io.perennial.recommendation.session.Sessions;
import java.util.List;
import org.springframework.stereotype.Component;

/** Folds accepted events into all that is learnt from them: few statements a batch, whatever its size. */
@Component
class EventIntake implements BatchHandler<Event> {

    private final Histories histories;
    private final Orders orders;
    private final Sessions sessions;
    private final Demands demands;
    private final Attribution attribution;
    private final ClickLog clicks;
    private final Catalog catalog;

    EventIntake(
            Histories histories,
            Orders orders,
            Sessions sessions,
            Demands demands,
            Attribution attribution,
            ClickLog clicks,
            Catalog catalog) {
        this.histories = histories;
        this.orders = orders;
        this.sessions = sessions;
        this.demands = demands;
        this.attribution = attribution;
        this.clicks = clicks;
        this.catalog = catalog;
    }

    @Override
    public void handle(List<Event> batch) {
        HistoryBatch history = new HistoryBatch();
        OrderBatch order = orders.batch();
        DemandBatch demand = demands.batch();
        AttributionBatch outcomes = attribution.batch();
        ClickLogBatch shelves = clicks.batch();
        CatalogLesson lesson = catalog.lesson();
        for (Event event : batch) {
            CommerceEvent commerce = event.ownSend() ? null : CommerceEvent.of(event);
            if (commerce != null) {
                history.add(event, commerce);
                order.add(event, commerce);
                demand.add(event, commerce);
                outcomes.add(event, commerce);
                shelves.add(event, commerce);
                lesson.add(event, commerce);
            }
        }
        histories.record(history);
        orders.record(order);
        sessions.record(history);
        demands.record(demand);
        clicks.record(shelves);
        attribution.record(outcomes);
        // Last, for its rows are shared by all partitions and stay locked until the commit.
        catalog.learn(lesson);
    }
}
