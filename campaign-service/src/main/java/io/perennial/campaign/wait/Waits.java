package io.perennial.campaign.wait;

import org.springframework.stereotype.Component;

/** Takes up waits and their followers in the caller's transaction. */
@Component
public class Waits {

    private final WaitStore store;

    Waits(WaitStore store) {
        this.store = store;
    }

    public void add(WaitBook book) {
        store.upsert(book.waits());
        store.insertFollowers(book.followers());
    }
}
