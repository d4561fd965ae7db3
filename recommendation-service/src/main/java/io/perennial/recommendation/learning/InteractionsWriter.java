package io.perennial.recommendation.learning;

import io.perennial.recommendation.history.Signal;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * Writes shoppers' interactions into a file as they come: format; of each shopper the count, then product number and
 * milliseconds of each, oldest first; a zero; the ids of all products in the order of their numbers; a checksum; big-endian.
 * Twelve bytes an interaction; in memory only the ids.
 */
public final class InteractionsWriter implements AutoCloseable {

    static final int FORMAT = 0x49_4E_54_01;

    private final CRC32 checksum = new CRC32();
    private final DataOutputStream out;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final int longest;
    private int shoppers;

    /** @param longest so many newest interactions of a shopper are written */
    public InteractionsWriter(Path file, int longest) {
        this.longest = longest;
        try {
            out = new DataOutputStream(
                    new CheckedOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), checksum));
            out.writeInt(FORMAT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a shopper; one without a signal is left out. */
    public void add(List<Signal> newestFirst) {
        List<Signal> kept = newestFirst.subList(0, Math.min(longest, newestFirst.size()));
        if (kept.isEmpty()) {
            return;
        }
        shoppers++;
        try {
            out.writeInt(kept.size());
            for (Signal signal : kept.reversed()) {
                out.writeInt(numbers.computeIfAbsent(signal.productId(), id -> numbers.size()));
                out.writeLong(signal.at().toEpochMilli());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many shoppers were written so far. */
    public int shoppers() {
        return shoppers;
    }

    /** Ends the file; without this it is one that was cut short. */
    @Override
    public void close() {
        try (out) {
            out.writeInt(0);
            String[] ids = new String[numbers.size()];
            numbers.forEach((id, number) -> ids[number] = id);
            out.writeInt(ids.length);
            for (String id : ids) {
                out.writeUTF(id);
            }
            out.writeLong(checksum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
