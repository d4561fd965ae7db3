package io.perennial.recommendation.intake;

import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.Event;
import io.perennial.common.stream.BatchHandler;
import io.perennial.recommendation.attribution.Attribution;
import io.perennial.recommendation.attribution.AttributionBatch;
import io.perennial.recommendation.catalog.Catalog;
import io.perennial.recommendation.catalog.CatalogLesson;
import io.perennial.recommendation.demand.DemandBatch;
import io.perennial.recommendation.demand.Demands;
import io.perennial.recommendation.history.Histories;
import io.perennial.recommendation.history.HistoryBatch;
import java.util.List;
import org.springframework.stereotype.Component;

/** Folds accepted events into histories, demand, outcomes and catalog: few statements a batch, whatever its size. */
@Component
class EventIntake implements BatchHandler<Event> {

    private final Histories histories;
    private final Demands demands;
    private final Attribution attribution;
    private final Catalog catalog;

    EventIntake(Histories histories, Demands demands, Attribution attribution, Catalog catalog) {
        this.histories = histories;
        this.demands = demands;
        this.attribution = attribution;
        this.catalog = catalog;
    }

    @Override
    public void handle(List<Event> batch) {
        HistoryBatch history = new HistoryBatch();
        DemandBatch demand = demands.batch();
        AttributionBatch outcomes = attribution.batch();
        CatalogLesson lesson = catalog.lesson();
        for (Event event : batch) {
            CommerceEvent commerce = event.ownSend() ? null : CommerceEvent.of(event);
            if (commerce != null) {
                history.add(event, commerce);
                demand.add(event, commerce);
                outcomes.add(event, commerce);
                lesson.add(event, commerce);
            }
        }
        histories.record(history);
        demands.record(demand);
        attribution.record(outcomes);
        // Last, for its rows are shared by all partitions and stay locked until the commit.
        catalog.learn(lesson);
    }
}
