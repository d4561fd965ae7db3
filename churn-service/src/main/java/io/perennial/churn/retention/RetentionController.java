package io.perennial.churn.retention;

import io.perennial.churn.history.HistoryView;
import io.perennial.churn.history.Population;
import io.perennial.churn.history.Shopper;
import io.perennial.churn.history.Shoppers;
import io.perennial.churn.model.ModelRegistry;
import io.perennial.churn.model.ServingModel;
import io.perennial.churn.scoring.Consents;
import io.perennial.churn.trait.Trait;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.topic.ProfileState;
import io.perennial.common.web.Problem;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.annotation.Secured;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How long shoppers stay, over REST: computed when asked, from a sample of the shoppers. */
@RestController
@RequestMapping("/v1/retention")
class RetentionController {

    private static final int WEEKS = 52;
    private static final int MOST_COHORTS = 60;

    private final Shoppers shoppers;
    private final Consents consents;
    private final ModelRegistry models;
    private final RetentionProperties properties;
    private final Clock clock;

    RetentionController(
            Shoppers shoppers, Consents consents, ModelRegistry models, RetentionProperties properties, Clock clock) {
        this.shoppers = shoppers;
        this.consents = consents;
        this.models = models;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * How shoppers stay.
     *
     * @param horizonDays the silence that counts as having left
     * @param shoppers looked at
     */
    record Answer(Instant asOf, int horizonDays, int shoppers, Cohort all, List<Cohort> cohorts, ChurnRate churnRate) {}

    @GetMapping
    @Secured("churn:read")
    Answer retention(
            @RequestParam(defaultValue = "week") String by,
            @RequestParam(required = false) @Nullable Integer horizonDays) {
        Trait trait = trait(by);
        int days = horizonDays == null ? horizon() : horizonDays;
        if (days < 1 || days > 730) {
            throw Problem.badRequest("invalid-request", "horizonDays must be from 1 to 730; it is " + days)
                    .with("field", "horizonDays");
        }
        Instant asOf = clock.instant();
        Duration horizon = Duration.ofDays(days);
        List<Cohort.Member> everybody = new ArrayList<>();
        Map<String, List<Cohort.Member>> groups = new TreeMap<>();
        shoppers.sample(Population.BUYERS, properties.maxShoppers(), page -> {
            List<ProfileId> profiles = page.stream().map(Shopper::profileId).toList();
            Map<ProfileId, ProfileState> states = consents.states(profiles);
            for (Shopper shopper : page) {
                HistoryView past = shopper.history().asOf(asOf);
                Lifetime.of(past, horizon).ifPresent(lifetime -> {
                    Cohort.Member member = new Cohort.Member(lifetime, past);
                    String group =
                            trait == null ? acquired(by, lifetime.from()) : trait.of(states.get(shopper.profileId()));
                    everybody.add(member);
                    groups.computeIfAbsent(group, name -> new ArrayList<>()).add(member);
                });
            }
        });
        return new Answer(
                asOf,
                days,
                everybody.size(),
                Cohort.of("all", everybody),
                cohorts(groups),
                ChurnRate.of(everybody.stream().map(Cohort.Member::lifetime).toList(), asOf, WEEKS));
    }

    /** The latest weeks or months, or the largest groups, by name. */
    private static List<Cohort> cohorts(Map<String, List<Cohort.Member>> groups) {
        return groups.entrySet().stream()
                .sorted(Map.Entry.<String, List<Cohort.Member>>comparingByKey(Comparator.reverseOrder()))
                .limit(MOST_COHORTS)
                .map(group -> Cohort.of(group.getKey(), group.getValue()))
                .toList();
    }

    private static String acquired(String by, Instant first) {
        LocalDate day = LocalDate.ofInstant(first, ZoneOffset.UTC);
        return by.equals("month")
                ? day.withDayOfMonth(1).toString()
                : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString();
    }

    private static @Nullable Trait trait(String by) {
        if (by.equals("week") || by.equals("month")) {
            return null;
        }
        return Trait.parse(by)
                .orElseThrow(() -> Problem.badRequest(
                                "invalid-request",
                                "by must be week, month, stage, zone, segment:NAME, channel:NAME or consent:PURPOSE; it is \""
                                        + by + '"')
                        .with("field", "by"));
    }

    private int horizon() {
        ServingModel model = models.current();
        return model == null ? properties.horizonDays() : model.horizonDays();
    }
}
