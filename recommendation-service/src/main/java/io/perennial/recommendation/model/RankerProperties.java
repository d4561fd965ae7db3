package io.perennial.recommendation.model;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How rankers are trained; the service's yml describes each setting.
 *
 * @param interval how long after a training the next may begin by itself
 * @param trainingShelves shelves shown since then before a training is worth it
 * @param fewestChosen shelves of a placement of which something was chosen; with fewer its blend stays fixed
 * @param most shelves of a placement that are learnt from, the newest
 * @param orderWeight what an order counts beside a click
 */
record RankerProperties(
        @DefaultValue("6h") Duration interval,
        @Min(1) @DefaultValue("1000") long trainingShelves,
        @Min(10) @DefaultValue("500") int fewestChosen,
        @Min(100) @DefaultValue("50000") int most,
        @DecimalMin("1") @DefaultValue("5") double orderWeight) {}
