package io.perennial.recommendation.learning;

import io.perennial.recommendation.neighbours.ItemToItemParameters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What bounds the learning of a blend.
 *
 * @param window the last part of the data, held out to measure on; the one before it chooses
 * @param denseItems products that take part in dense models; memory grows with their square, time with their cube
 * @param weights kept from each product in each model
 * @param longest interactions of a shopper that count, the newest
 * @param operations floating-point operations the search may spend on trainings
 * @param cells cases times products that are scored to try one setting
 * @param neighbours of the item-to-item model it is measured beside
 */
public record BlendSettings(
        Duration window,
        int denseItems,
        int weights,
        int longest,
        double operations,
        long cells,
        ItemToItemParameters neighbours) {

    /** As words of a command line. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        for (Object value : new Object[] {
            window,
            denseItems,
            weights,
            longest,
            operations,
            cells,
            neighbours.neighbours(),
            neighbours.supportFloor(),
            neighbours.shrinkage()
        }) {
            words.add(value.toString());
        }
        return words;
    }

    static BlendSettings of(List<String> words) {
        return new BlendSettings(
                Duration.parse(words.get(0)),
                Integer.parseInt(words.get(1)),
                Integer.parseInt(words.get(2)),
                Integer.parseInt(words.get(3)),
                Double.parseDouble(words.get(4)),
                Long.parseLong(words.get(5)),
                new ItemToItemParameters(
                        Integer.parseInt(words.get(6)),
                        Integer.parseInt(words.get(7)),
                        Double.parseDouble(words.get(8))));
    }
}
