package io.perennial.recommendation.snapshot;

import io.perennial.recommendation.repurchase.RepurchaseTrainer.Purchase;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads what {@link PurchasesWriter} wrote, a shopper after the other; of the products read so far it knows the category. */
public final class PurchasesReader {

    private final Path file;
    private final List<String> products = new ArrayList<>();
    private final Map<String, String> categories = new HashMap<>();

    public PurchasesReader(Path file) {
        this.file = file;
    }

    /** A product's category; null where unknown. */
    public @Nullable String categoryOf(String productId) {
        return categories.get(productId);
    }

    /** Hands over each shopper's orders once. Throws IllegalStateException on a file cut short. */
    public void forEach(Consumer<List<Purchase>> consumer) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (int orders = in.readInt(); orders > 0; orders = in.readInt()) {
                List<Purchase> purchases = new ArrayList<>();
                for (int left = orders; left > 0; left--) {
                    purchases.add(order(in));
                }
                consumer.accept(purchases);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Purchases cut short", e);
        }
    }

    private Purchase order(DataInputStream in) throws IOException {
        Instant at = Instant.ofEpochMilli(in.readLong());
        List<String> bought = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            bought.add(product(in));
        }
        return new Purchase(at, bought);
    }

    private String product(DataInputStream in) throws IOException {
        int number = in.readInt();
        if (number == products.size()) {
            String productId = in.readUTF();
            String category = in.readUTF();
            products.add(productId);
            if (!category.isEmpty()) {
                categories.put(productId, category);
            }
        }
        return products.get(number);
    }
}
