package io.perennial.ingest.source;

import io.perennial.common.event.Trust;

/** Who may send events: a shop's website, its server, or our own campaigns. */
public record Source(String name, Trust trust, SourceLimits limits) {}
