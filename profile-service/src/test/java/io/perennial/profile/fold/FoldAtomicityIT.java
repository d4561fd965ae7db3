package io.perennial.profile.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perennial.common.event.Event;
import io.perennial.common.testkit.Events;
import io.perennial.profile.ServiceTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A batch is folded whole or not at all, and in whatever order and split with the same result. */
@ServiceTest
class FoldAtomicityIT {

    private static final List<String> TABLES =
            List.of("timeline", "identity", "identity_link", "picture", "shop_order", "consent", "profile");

    @Autowired
    private EventFold fold;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whatFailsInTheMiddleLeavesNothingBehind() {
        List<Long> before = counts();
        List<Event> batch = List.of(
                Events.identify("torn")
                        .byAnonymous("torn-browser")
                        .consent("marketing", true)
                        .build(),
                Events.order("torn-1").by("torn").line("p", 1, "5.00").build());
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    fold.handle(Received.of(batch));
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void aPoisonEventFailsBeforeAnythingIsKept() {
        List<Long> before = counts();
        Event poison = Events.viewed("p").by("nul\0user").build();
        assertThatThrownBy(() -> handled(List.of(Events.viewed("p").by("beside").build(), poison)))
                .isInstanceOf(RuntimeException.class);
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void orderAndSplitDoNotMatter() {
        long seed = System.nanoTime();
        System.out.println("FoldAtomicityIT seed " + seed);
        Random random = new Random(seed);
        List<Event> story = story("x", random.nextLong());
        List<Event> same = renamed(story);
        handled(story);
        List<Event> shuffled = new ArrayList<>(same);
        Collections.shuffle(shuffled, random);
        for (int from = 0; from < shuffled.size(); ) {
            int to = Math.min(shuffled.size(), from + 1 + random.nextInt(15));
            handled(shuffled.subList(from, to));
            from = to;
        }
        assertThat(summaries("y")).isEqualTo(summaries("x")).isNotEmpty();
    }

    private List<String> summaries(String prefix) {
        return jdbc.sql("""
                select concat_ws('|', substr(i.identifier, position(':' in i.identifier) + 2), substr(o.identifier, position(':' in o.identifier) + 2),
                    p.events, p.orders, p.revenue, p.first_seen, p.last_seen, p.sessions, p.sessions_ordered, p.stage)
                from identity i join profile p using (profile_id) join identity o on o.own_profile_id = p.profile_id
                where i.identifier like :user or i.identifier like :anonymous
                order by 1""")
                .param("user", "userId:" + prefix + "%")
                .param("anonymous", "anonymousId:" + prefix + "%")
                .query(String.class)
                .list();
    }

    private static List<Event> story(String prefix, long seed) {
        Random random = new Random(seed);
        List<Event> story = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            String user = prefix + "u" + random.nextInt(6);
            String browser = prefix + "b" + random.nextInt(12);
            String order = "o" + random.nextInt(30);
            Events event = switch (random.nextInt(5)) {
                case 0 -> Events.order(order).by(user).line("p", 1 + i, "1.10");
                case 1 -> Events.refund(order).by(user).line("p", 1, "0.10");
                case 2 -> Events.viewed("p" + i).byAnonymous(browser);
                case 3 -> Events.viewed("p" + i).by(user).byAnonymous(browser);
                default -> Events.order(order).byAnonymous(browser).line("p", 1, "2.20");
            };
            story.add(event.at(Events.THEN.plusSeconds(random.nextInt(900_000))).build());
        }
        return story;
    }

    /** The same story of other shoppers. */
    private static List<Event> renamed(List<Event> story) {
        return story.stream()
                .map(event -> event.toBuilder()
                        .userId(event.userId() == null ? null : event.userId().replace('x', 'y'))
                        .anonymousId(
                                event.anonymousId() == null
                                        ? null
                                        : event.anonymousId().replace('x', 'y'))
                        .build())
                .toList();
    }

    private void handled(List<Event> batch) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> fold.handle(Received.of(batch)));
    }

    private List<Long> counts() {
        return TABLES.stream()
                .map(table -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }
}
