package io.perennial.churn;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.churn.history.Population;
import io.perennial.churn.history.Shopper;
import io.perennial.churn.history.Shoppers;
import io.perennial.common.event.Event;
import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.testkit.Events;
import io.perennial.common.topic.IdentityState;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is drawn of a population. */
class ShoppersIT extends DemoShopSuite {

    private static final int PEOPLE = 300;
    private static final int BROWSERS = 5;

    @Autowired
    private Shoppers shoppers;

    @Test
    void whoCameUnderManyIdentifiersIsDrawnNoSoonerAndComesWhole() {
        List<Event> visits = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            for (int browser = 0; browser < BROWSERS; browser++) {
                visits.add(Events.viewed("p1")
                        .by("many-" + person + "-" + browser)
                        .at(now.minus(Duration.ofDays(1)))
                        .build());
                String identifier =
                        Identifier.user("many-" + person + "-" + browser).toString();
                stream.publish(
                        Topics.IDENTITY,
                        identifier,
                        TopicCodec.of(IdentityState.class)
                                .write(new IdentityState(
                                        identifier,
                                        profile("many-" + person + "-0").value(),
                                        1)));
            }
        }
        stream.publish(visits);
        stream.awaitHandled(jdbc, "churn-identity", Topics.IDENTITY);
        stream.awaitHandled(jdbc, "churn-events");

        int third = (int) (shoppers.count(Population.VISITORS) / 3);
        List<Shopper> drawn = new ArrayList<>();
        Set<ProfileId> visited = shoppers.sample(Population.VISITORS, third, drawn::addAll);

        assertThat(drawn).extracting(Shopper::profileId).doesNotHaveDuplicates();
        assertThat(visited).hasSameSizeAs(drawn);
        assertThat(drawn)
                .filteredOn(shopper -> String.valueOf(shopper.userId()).startsWith("many-"))
                .hasSizeBetween(PEOPLE / 4, PEOPLE / 2) // by identifier 87 of 100 would be
                .allSatisfy(shopper -> assertThat(shopper.identifiers()).hasSize(BROWSERS));
        List<Shopper> again = new ArrayList<>();
        shoppers.sample(Population.VISITORS, third, again::addAll);
        assertThat(again)
                .extracting(Shopper::profileId)
                .containsExactlyInAnyOrderElementsOf(
                        drawn.stream().map(Shopper::profileId).toList());
    }
}
