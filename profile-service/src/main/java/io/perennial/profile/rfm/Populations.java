package io.perennial.profile.rfm;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks at all buyers and remembers what they have in common. */
@Component
public class Populations {

    private final PopulationStore store;

    Populations(PopulationStore store) {
        this.store = store;
    }

    /** As last looked at, by whichever replica. */
    public Population latest() {
        return store.read();
    }

    /** Looks again where the buyers have changed since; true where it did. */
    @Transactional
    public boolean look(Instant asOf) {
        String fingerprint = store.fingerprint();
        if (fingerprint.equals(store.read().fingerprint())) {
            return false;
        }
        store.save(store.buyers().population(asOf, fingerprint));
        return true;
    }
}
