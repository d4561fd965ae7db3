package io.perennial.deploy.bench.serving;

import io.perennial.deploy.bench.suite.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A catalogue whose products, {@code product-0} and on, fall into tastes of a hundred: each a category, with names, brands and
 * prices of its own.
 */
record Assortment(int size) {

    private static final int TASTE = 100;
    private static final int ROWS = 2_000;
    private static final String[] LOOKS = {
        "red", "blue", "oak", "brass", "small", "large", "folding", "round", "soft", "old"
    };
    private static final String[] THINGS = {
        "lamp", "chair", "pan", "rake", "vase", "mug", "rug", "clock", "shelf", "kettle"
    };

    /** Feeds all of it, each product with stock. */
    void feedTo(Shop shop) {
        List<String> rows = new ArrayList<>(ROWS);
        for (var number = 0; number < size; number++) {
            rows.add(row(number));
            if (rows.size() == ROWS || number == size - 1) {
                shop.feed(rows);
                rows.clear();
            }
        }
    }

    /** A product out of a taste, the first ones more often than the last. */
    String any(int taste, Random random) {
        return "product-" + Math.min(size - 1, taste * TASTE + skewed(TASTE, random));
    }

    /** A taste, the first ones more often than the last. */
    int anyTaste(Random random) {
        return skewed(Math.max(1, size / TASTE), random);
    }

    private static int skewed(int most, Random random) {
        var share = random.nextDouble();
        return (int) (most * share * share);
    }

    private static String row(int number) {
        var random = new Random(number);
        var taste = number / TASTE;
        var thing = THINGS[random.nextInt(THINGS.length)];
        return String.format(
                Locale.ROOT,
                """
                {"productId":"product-%d","name":"%s %s No. %d","description":"A %s %s that goes with things of line %d.",
                 "category":["Department %d","Group %d","Line %d"],"brand":"Brand %d","price":%d.95,"stock":%d,
                 "url":"https://shop.example/products/%d","imageUrl":"https://shop.example/images/%d.jpg",
                 "attributes":{"colour":"%s","size":"%d"}}""",
                number,
                LOOKS[random.nextInt(LOOKS.length)],
                thing,
                number,
                LOOKS[random.nextInt(LOOKS.length)],
                thing,
                taste,
                taste / 100,
                taste / 10,
                taste,
                taste * 3 + random.nextInt(4),
                3 + random.nextInt(150),
                1 + random.nextInt(500),
                number,
                number,
                LOOKS[random.nextInt(LOOKS.length)],
                random.nextInt(5));
    }
}
