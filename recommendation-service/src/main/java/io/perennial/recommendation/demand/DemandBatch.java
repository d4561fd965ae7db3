package io.perennial.recommendation.demand;

import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.Event;
import io.perennial.common.event.Trust;
import java.util.ArrayList;
import java.util.List;

/** What a batch of events says of orders' units. */
public final class DemandBatch {

    private final boolean fromBrowsers;
    private final List<OrderUnitsReader.Said> said = new ArrayList<>();

    DemandBatch(boolean fromBrowsers) {
        this.fromBrowsers = fromBrowsers;
    }

    public void add(Event event, CommerceEvent commerce) {
        if (fromBrowsers || event.trust() == Trust.SERVER) {
            OrderUnitsReader.Said one = OrderUnitsReader.read(event, commerce);
            if (one != null) {
                said.add(one);
            }
        }
    }

    List<OrderUnitsReader.Said> said() {
        return said;
    }
}
