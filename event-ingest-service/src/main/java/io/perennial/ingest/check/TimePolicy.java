package io.perennial.ingest.check;

import java.time.Duration;
import java.time.Instant;

/**
 * Which times are believed.
 *
 * @param futureTolerance up to this much ahead a timestamp counts as now: clocks differ
 * @param futureLimit further ahead than this an event is refused; between the two it is accepted and marked by its
 *     timestamp being later than receivedAt
 * @param earliest anything before is a clock that was never set
 */
public record TimePolicy(Duration futureTolerance, Duration futureLimit, Instant earliest) {}
