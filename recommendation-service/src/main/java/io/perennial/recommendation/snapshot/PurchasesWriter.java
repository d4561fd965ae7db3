package io.perennial.recommendation.snapshot;

import io.perennial.recommendation.repurchase.RepurchaseTrainer.Purchase;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes shoppers' orders into a file as they come: of each shopper the count, of each order its milliseconds, the count of its products and
 * their numbers; where a number comes for the first time, the product's id and category (empty: unknown) follow; a zero; big-endian. In memory
 * only the ids.
 */
public final class PurchasesWriter implements AutoCloseable {

    private final DataOutputStream out;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Function<String, @Nullable String> categories;

    /** The function gives a product's category, null where unknown. */
    public PurchasesWriter(Path file, Function<String, @Nullable String> categories) {
        this.categories = categories;
        try {
            out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds one shopper's orders, in time; one without any is left out. */
    public void add(List<Purchase> orders) {
        if (orders.isEmpty()) {
            return;
        }
        try {
            out.writeInt(orders.size());
            for (Purchase order : orders) {
                out.writeLong(order.at().toEpochMilli());
                out.writeInt(order.products().size());
                for (String productId : order.products()) {
                    write(productId);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String productId) throws IOException {
        Integer known = numbers.putIfAbsent(productId, numbers.size());
        if (known != null) {
            out.writeInt(known);
            return;
        }
        String category = categories.apply(productId);
        out.writeInt(numbers.size() - 1);
        out.writeUTF(productId);
        out.writeUTF(category == null ? "" : category);
    }

    /** Ends the file; without this it is one that was cut short. */
    @Override
    public void close() {
        try (out) {
            out.writeInt(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
