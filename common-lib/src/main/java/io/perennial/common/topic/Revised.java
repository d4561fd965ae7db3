package io.perennial.common.topic;

/** A state record: of two with the same key the one with the higher revision holds. */
public interface Revised {
    long revision();
}
