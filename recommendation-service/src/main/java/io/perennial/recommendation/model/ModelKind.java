package io.perennial.recommendation.model;

/** The kinds of models; of each, one is published. */
enum ModelKind {
    ITEM_TO_ITEM("item-to-item"),
    POPULARITY("popularity"),
    BASKET("basket"),
    REPURCHASE("repurchase"),
    BLEND("blend"),
    RANKER("ranker");

    private final String wire;

    ModelKind(String wire) {
        this.wire = wire;
    }

    String wire() {
        return wire;
    }
}
