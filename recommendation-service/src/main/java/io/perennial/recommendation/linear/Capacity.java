package io.perennial.recommendation.linear;

/**
 * What bounds the memory and the time of a linear model, whatever comes.
 *
 * @param items so many items with the most interactions take part; time grows with their cube, memory with their square
 * @param weights so many weights from an item are kept, the heaviest; eight bytes each
 * @param longest so many newest interactions of a shopper are learnt from
 */
public record Capacity(int items, int weights, int longest) {

    public Capacity {
        if (items < 1 || weights < 1 || longest < 2) {
            throw new IllegalArgumentException("at least one item, one weight and two interactions");
        }
    }
}
