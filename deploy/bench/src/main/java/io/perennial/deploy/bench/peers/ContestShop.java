package io.perennial.deploy.bench.peers;

import io.perennial.deploy.bench.report.Progress;

/** What both contests are held on: more interactions than the real data has, so that starting up does not decide. */
final class ContestShop {

    private static final int SHOPPERS = 60_000;
    private static final int PRODUCTS = 8_000;
    private static final long SEED = 1;

    private ContestShop() {}

    static Feedback drawn(Progress progress) {
        var shop = DrawnShop.of(SHOPPERS, PRODUCTS, SEED);
        progress.says("Drawn: %d shoppers, %d products, %d interactions, seed %d"
                .formatted(SHOPPERS, PRODUCTS, shop.cells(), SEED));
        return shop;
    }
}
