package io.perennial.deploy.replay.shop;

import io.perennial.deploy.replay.message.MessageSource;
import io.perennial.deploy.replay.message.SeededShare;
import io.perennial.deploy.replay.table.DirtyLines;
import java.time.Instant;

/** A shop that does not exist, for where no file is at hand: the same shop for the same numbers, to the message. */
public final class SimulatedShop implements MessageSource {

    private final int shoppers;
    private final int days;
    private final Instant end;
    private final SeededShare marketing;

    /**
     * A shop whose history of {@code days} days ends at {@code end}; the seed of {@code marketing} is the whole shop's.
     *
     * @param shoppers who will have an account at some time; people who never will come besides
     */
    public SimulatedShop(int shoppers, int days, Instant end, SeededShare marketing) {
        this.shoppers = shoppers;
        this.days = days;
        this.end = end;
        this.marketing = marketing;
    }

    @Override
    public String name() {
        return "simulated";
    }

    @Override
    public ShopStream open(DirtyLines dirty) {
        return new ShopStream(shoppers, days, end, marketing);
    }
}
