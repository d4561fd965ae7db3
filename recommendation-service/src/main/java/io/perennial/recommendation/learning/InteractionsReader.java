package io.perennial.recommendation.learning;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** Reads what {@link InteractionsWriter} wrote. */
final class InteractionsReader {

    private InteractionsReader() {}

    /** Throws IllegalStateException on another format, a file cut short or a byte changed. */
    static Interactions read(Path file) {
        CRC32 checksum = new CRC32();
        try (DataInputStream in = new DataInputStream(
                new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file)), checksum))) {
            int format = in.readInt();
            if (format != InteractionsWriter.FORMAT) {
                throw new IllegalStateException(
                        "Interactions of format %08x, this reads %08x".formatted(format, InteractionsWriter.FORMAT));
            }
            Interactions.Builder interactions = new Interactions.Builder();
            for (int count = in.readInt(); count > 0; count = in.readInt()) {
                for (int left = count; left > 0; left--) {
                    interactions.add(in.readInt(), in.readLong());
                }
                interactions.endShopper();
            }
            String[] products = new String[in.readInt()];
            for (int number = 0; number < products.length; number++) {
                products[number] = in.readUTF();
            }
            long expected = checksum.getValue();
            if (in.readLong() != expected) {
                throw new IllegalStateException("Interactions that do not add up to their checksum");
            }
            return interactions.build(products);
        } catch (IOException e) {
            throw new IllegalStateException("Interactions cut short", e);
        }
    }
}
