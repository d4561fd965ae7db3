package io.perennial.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Promotes a model and takes it back, in quick succession, until the service is no longer there. */
record ChampionCalls(ChurnRegistry registry, String model, String round) {

    /**
     * What the caller knows.
     *
     * @param changed reasons of the calls that were answered with another champion
     * @param cutOff reason of the one that got no answer: done or not
     */
    record Known(List<String> changed, String cutOff) {}

    Known untilCutOff() {
        var changed = new ArrayList<String>();
        for (var call = 0; ; call++) {
            var reason = round + ", call " + call;
            try {
                var answer = call % 2 == 0 ? registry.promote(model, reason) : registry.rollback(model, reason);
                // 409: the training has crowned its own in between
                assertThat(answer.status()).as(answer.text()).isIn(200, 409);
                if (answer.status() == 200) {
                    changed.add(reason);
                }
            } catch (UncheckedIOException nobodyThere) {
                return new Known(changed, reason);
            }
        }
    }
}
