package io.perennial.recommendation.ranker;

/**
 * What a ranker knows of a product that may stand on a shelf, each from 0 to 1. Their places are part of ids and artefacts: they never
 * change, and that of a feature that is given up stays empty.
 */
public enum Feature {
    /** The sum of all sources by the placement's fixed weights. */
    FIXED(0),
    /** What each source says, as a share of what it says of its best. */
    BLEND(1),
    NEIGHBOURS(2),
    NEIGHBOURS_OF_CONTEXT(3),
    BASKET(4),
    SESSION(5),
    CONTENT(6),
    CONTENT_OF_CONTEXT(7),
    REPURCHASE(8),
    /** Shoppers drawn to it lately, as a share of the most popular product's. */
    POPULARITY(9),
    /** Halves with every week since somebody was last drawn to it. */
    RECENCY(10),
    /** Share of the shopper's newest products that are of its brand, or of its category where that is more. */
    AFFINITY(11),
    /** How near its price is to what the shopper's newest products cost: the lesser over the greater. */
    PRICE(12),
    /** What is left of the price; a loss is 0. */
    MARGIN(13),
    /** 0 where there is none, half at ten pieces, 1 where it is not counted. */
    STOCK(14),
    /** How often the shopper saw it within a week and passed by: half at once, towards 1. */
    PASSED_BY(15);

    private final int place;

    Feature(int place) {
        this.place = place;
    }

    /** From 0, among all. */
    int place() {
        return place;
    }
}
