package io.perennial.churn.refresh;

import io.perennial.churn.scoring.Consents;
import io.perennial.churn.scoring.Scores;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.stream.StateChange;
import io.perennial.common.topic.ProfileState;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes the score back from who withdrew the consent or is gone. Who grants it is scored with the next event or hour. */
@Component
class ConsentRefresh {

    private final Consents consents;
    private final Scores scores;

    ConsentRefresh(Consents consents, Scores scores) {
        this.consents = consents;
        this.scores = scores;
    }

    void changed(List<StateChange<ProfileState>> changes) {
        List<ProfileId> refused = new ArrayList<>();
        for (StateChange<ProfileState> change : changes) {
            ProfileState state = change.value();
            ProfileId profile = ProfileId.tryParse(change.key());
            if (profile != null && (state == null || !consents.allows(state))) {
                refused.add(profile);
            }
        }
        scores.withdraw(refused);
    }
}
