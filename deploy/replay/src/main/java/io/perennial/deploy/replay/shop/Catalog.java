package io.perennial.deploy.replay.shop;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** The 300 products of the simulated shop: ten departments of ten goods, each under three brands. */
final class Catalog {

    /** A brand stands for a level of prices: the first of a department is the plain one, the last the fine one. */
    private static final double[] LEVELS = {0.75, 1.0, 1.6};

    private final Map<Category, List<Product>> byCategory = new EnumMap<>(Category.class);

    Catalog(SplittableRandom chance) {
        for (Category category : Category.values()) {
            List<Product> products = new ArrayList<>();
            for (int level = 0; level < category.brands().size(); level++) {
                for (String good : category.goods()) {
                    products.add(product(category, level, good, products.size() + 1, chance));
                }
            }
            byCategory.put(category, List.copyOf(products));
        }
    }

    List<Product> in(Category category) {
        return byCategory.getOrDefault(category, List.of());
    }

    private static Product product(Category category, int level, String good, int number, SplittableRandom chance) {
        int space = good.lastIndexOf(' ');
        String noun = good.substring(0, space);
        String brand = category.brands().get(level);
        double about = Integer.parseInt(good.substring(space + 1)) * LEVELS[level] * (0.9 + 0.2 * chance.nextDouble());
        // Shops end their prices on 95 pence, or on 50 where things are cheap.
        BigDecimal price =
                BigDecimal.valueOf(Math.max(1, (long) about)).add(new BigDecimal(about < 10 ? "0.50" : "0.95"));
        String id = String.format(Locale.ROOT, "%s-%03d", category.name().toLowerCase(Locale.ROOT), number);
        double appeal = StrictMath.exp(0.8 * chance.nextGaussian());
        double quality = Math.clamp(0.85 + 0.1 * level / 2.0 + 0.1 * chance.nextGaussian(), 0.3, 1);
        return new Product(id, noun, brand + " " + noun, category, brand, price, appeal, quality);
    }
}
