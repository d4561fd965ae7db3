package io.perennial.deploy.replay.shop;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What makes a customer who they are; nobody outside the simulation ever sees it.
 *
 * @param gapDays the days they let pass between two orders, on average
 * @param regularity how evenly: the shape of the gamma distribution their gaps come from
 * @param tastes how much they like each department
 * @param sensitivity how much a higher price puts them off
 * @param dealLove how much more they want a thing because its price is cut
 * @param browsing visits without an order for each order
 * @param restlessness how easily they leave, 1 on average
 * @param chattiness how often they review
 */
record Nature(
        double gapDays,
        double regularity,
        Map<Category, Double> tastes,
        long brandSeed,
        double sensitivity,
        double dealLove,
        double browsing,
        double restlessness,
        double chattiness) {

    /** Draws somebody: a few departments liked much and the rest little, deal hunters a little more restless than others. */
    static Nature draw(SplittableRandom chance) {
        Map<Category, Double> tastes = new EnumMap<>(Category.class);
        for (Category category : Category.values()) {
            tastes.put(category, StrictMath.exp(1.6 * chance.nextGaussian()));
        }
        double deals = chance.nextDouble();
        return new Nature(
                StrictMath.exp(StrictMath.log(46) + 0.6 * chance.nextGaussian()),
                1 + 1.5 * chance.nextDouble(),
                tastes,
                chance.nextLong(),
                0.2 + 1.4 * deals,
                2.5 * deals,
                0.4 + 2.2 * chance.nextDouble(),
                StrictMath.exp(0.6 * chance.nextGaussian() + 0.8 * (deals - 0.5)),
                chance.nextDouble() < 0.3 ? 0.3 : 0.05);
    }

    double taste(Category category) {
        return tastes.getOrDefault(category, 0.0);
    }

    /** How much they like a brand: the same each time, between −1 and 1. */
    double liking(String brand) {
        return new SplittableRandom(brandSeed ^ brand.hashCode() * 0xd1342543de82ef95L).nextDouble() * 2 - 1;
    }

    /** A gap's length as a multiple of their average one. */
    double nextGap(SplittableRandom chance) {
        // A gamma variate of any shape as a sum of exponentials, the last one shortened by the shape's fraction.
        double sum = 0;
        for (double left = regularity; left > 0; left--) {
            sum -= StrictMath.log(1 - chance.nextDouble()) * Math.min(1, left);
        }
        return sum / regularity;
    }
}
