package io.perennial.churn.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.perennial.churn.fairness.FairnessCheck.Measure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Groups a model errs on are flagged, chance is not. */
class FairnessAuditTests {

    @Test
    void aGroupTheModelDoesNotUnderstandIsFlagged() {
        List<JudgedShopper> shoppers = shoppers(new Random(1), 2_000, 4, 0.25);
        List<FairnessCheck> checks = FairnessAudit.of(Map.of("zone", shoppers), 0.1, 50);

        assertThat(checks).filteredOn(FairnessCheck::flagged).isNotEmpty().allSatisfy(check -> {
            assertThat(check.pValue()).isLessThan(0.05);
            assertThat(Math.abs(check.difference().value())).isGreaterThan(0.1);
        });
        assertThat(checks)
                .filteredOn(check ->
                        check.measure() == Measure.CALIBRATION && check.group().equals("g0"))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.flagged()).isTrue();
                    assertThat(check.difference().value()).isCloseTo(-0.25, within(0.07));
                });
    }

    @Test
    void fairGroupsAreNotFlaggedHoweverManyThereAre() {
        Random random = new Random(2);
        int flagged = 0;
        for (int round = 0; round < 100; round++) {
            flagged += FairnessAudit.of(Map.of("zone", shoppers(random, 1_200, 12, 0)), 0.02, 50).stream()
                            .anyMatch(FairnessCheck::flagged)
                    ? 1
                    : 0;
        }
        assertThat(flagged).isLessThanOrEqualTo(5);
    }

    @Test
    void aDifferenceWithinTheBoundIsBorneAndASmallGroupNotLookedAt() {
        assertThat(FairnessAudit.of(Map.of("zone", shoppers(new Random(3), 20_000, 2, 0.05)), 0.2, 50))
                .noneMatch(FairnessCheck::flagged);
        assertThat(FairnessAudit.of(Map.of("zone", shoppers(new Random(3), 40, 4, 0.25)), 0.1, 50))
                .isEmpty();
    }

    @Test
    void manyTraitsAreNoExcuseForChance() {
        Random random = new Random(4);
        int flagged = 0;
        for (int round = 0; round < 40; round++) {
            Map<String, List<JudgedShopper>> traits = new HashMap<>();
            for (int trait = 0; trait < 20; trait++) {
                traits.put("trait-" + trait, shoppers(random, 400, 2, 0));
            }
            flagged += FairnessAudit.of(traits, 0, 50).stream().anyMatch(FairnessCheck::flagged) ? 1 : 0;
        }
        assertThat(flagged).isLessThanOrEqualTo(5);
    }

    @Test
    void thatNobodyOfFewWasCalledFalselyProvesLittle() {
        List<JudgedShopper> shoppers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            shoppers.add(new JudgedShopper("few", 0.1, false));
        }
        for (int i = 0; i < 10_000; i++) {
            shoppers.add(new JudgedShopper("many", i % 8 == 0 ? 0.9 : 0.1, false));
        }
        // One in eight is .125 beyond none, .025 beyond the bound: of fifty none is seen once in 800 times, of those
        // with one in 40 twice in seven.
        assertThat(FairnessAudit.of(Map.of("size", shoppers), 0.1, 50))
                .filteredOn(check -> check.measure() == Measure.FALSE_ALARMS)
                .noneMatch(FairnessCheck::flagged);
    }

    @Test
    void theTailIsTheNormalDistributions() {
        assertThat(FairnessAudit.upperTail(1.959964)).isCloseTo(0.05, within(1e-6));
        assertThat(FairnessAudit.upperTail(3.290527)).isCloseTo(0.001, within(1e-6));
    }

    /** Shoppers whose churn is as said, but that of group g0, likelier by so much. */
    private static List<JudgedShopper> shoppers(Random random, int count, int groups, double more) {
        List<JudgedShopper> shoppers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double said = 0.2 + 0.5 * random.nextDouble();
            int group = i % groups;
            shoppers.add(new JudgedShopper("g" + group, said, random.nextDouble() < said + (group == 0 ? more : 0)));
        }
        return shoppers;
    }
}
