package io.perennial.recommendation.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LiftTrainerTests {

    private static final ItemToItemParameters PARAMETERS = new ItemToItemParameters(10, 2, 2);

    /** By hand: of eight orders cup and saucer are in three each, always together; bag is in every one. */
    @Test
    void theLiftIsHowMuchLikelierTogetherThanApart() {
        ItemToItemModel model = trained(orders());
        assertThat(model.neighboursOf("cup")).singleElement().satisfies(neighbour -> {
            assertThat(neighbour.productId()).isEqualTo("saucer");
            assertThat((double) neighbour.similarity())
                    .isCloseTo(Math.log(3.0 * 8 / (3 * 3)) * 3 / (3 + 2), within(1e-6));
        });
        assertThat(model.neighboursOf("bag"))
                .as("what everybody buys is bought together with nothing")
                .isEmpty();
    }

    @Test
    void fewerOrdersThanTheFloorSayNothing() {
        assertThat(trained(orders()).neighboursOf("lamp")).isEmpty();
    }

    @Test
    void theSameOrdersInAnyOrderGiveTheSameModel() {
        List<List<String>> orders = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            orders.add(random.ints(1 + random.nextInt(6), 0, 20)
                    .mapToObj(item -> "p" + item)
                    .toList());
        }
        byte[] expected = ItemToItemCodec.write(trained(orders));
        Collections.shuffle(orders, random);
        assertThat(ItemToItemCodec.write(trained(orders))).isEqualTo(expected);
    }

    @Test
    void nothingIsLearntFromNothing() {
        assertThat(trained(List.of()).products()).isZero();
    }

    private static List<List<String>> orders() {
        return List.of(
                List.of("cup", "saucer", "bag"),
                List.of("saucer", "cup", "cup", "bag"),
                List.of("bag", "cup", "saucer"),
                List.of("lamp", "bulb", "bag"),
                List.of("bag"),
                List.of("bag"),
                List.of("bag"),
                List.of("bag"));
    }

    private static ItemToItemModel trained(List<List<String>> orders) {
        LiftTrainer trainer = new LiftTrainer(PARAMETERS, 50);
        orders.forEach(trainer::add);
        return trainer.model();
    }
}
