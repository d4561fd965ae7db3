package io.perennial.recommendation.intake;

import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.Event;
import io.perennial.common.stream.BatchHandler;
import io.perennial.recommendation.catalog.Catalog;
import io.perennial.recommendation.catalog.CatalogLesson;
import io.perennial.recommendation.history.Histories;
import io.perennial.recommendation.history.HistoryBatch;
import java.util.List;
import org.springframework.stereotype.Component;

/** Folds accepted events into histories and catalog: at most three statements a batch. */
@Component
class EventIntake implements BatchHandler<Event> {

    private final Histories histories;
    private final Catalog catalog;

    EventIntake(Histories histories, Catalog catalog) {
        this.histories = histories;
        this.catalog = catalog;
    }

    @Override
    public void handle(List<Event> batch) {
        HistoryBatch history = new HistoryBatch();
        CatalogLesson lesson = catalog.lesson();
        for (Event event : batch) {
            CommerceEvent commerce = event.ownSend() ? null : CommerceEvent.of(event);
            if (commerce != null) {
                history.add(event, commerce);
                lesson.add(event, commerce);
            }
        }
        histories.record(history);
        // Last, for its rows are shared by all partitions and stay locked until the commit.
        catalog.learn(lesson);
    }
}
