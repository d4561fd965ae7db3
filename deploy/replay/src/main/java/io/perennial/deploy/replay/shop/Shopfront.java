package io.perennial.deploy.replay.shop;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The shop as it stands on a day: what it shows to whom, and at what price. */
final class Shopfront {

    private final Catalog catalog;
    private final Season season;

    Shopfront(long seed) {
        this.catalog = new Catalog(new SplittableRandom(seed));
        this.season = new Season(seed);
    }

    Season season() {
        return season;
    }

    /** The department somebody turns to on that day. */
    Category department(Nature nature, LocalDate day, SplittableRandom chance) {
        Map<Category, Double> wanted = new EnumMap<>(Category.class);
        double left = 0;
        for (Category category : Category.values()) {
            double deal = 1 + nature.dealLove() * season.discount(category, day);
            double weight = nature.taste(category) * category.demand(day) * deal;
            wanted.put(category, weight);
            left += weight;
        }
        left *= chance.nextDouble();
        Category drawn = Category.KITCHEN;
        for (Map.Entry<Category, Double> each : wanted.entrySet()) {
            drawn = each.getKey();
            left -= each.getValue();
            if (left < 0) {
                break;
            }
        }
        return drawn;
    }

    /** The product of a department they look at: a discrete choice by appeal, brand, price and a reduction (McFadden 1974). */
    Product choose(Category category, Nature nature, LocalDate day, SplittableRandom chance) {
        double discount = season.discount(category, day);
        List<Product> products = catalog.in(category);
        Product best = products.getFirst();
        double most = Double.NEGATIVE_INFINITY;
        for (Product product : products) {
            double price = product.price().doubleValue() * (1 - discount);
            double utility = StrictMath.log(product.appeal())
                    + 1.2 * nature.liking(product.brand())
                    - nature.sensitivity() * StrictMath.log(price / 20)
                    - StrictMath.log(-StrictMath.log(1 - chance.nextDouble()));
            if (utility > most) {
                most = utility;
                best = product;
            }
        }
        return best;
    }

    double discount(Product product, LocalDate day) {
        return season.discount(product.category(), day);
    }
}
