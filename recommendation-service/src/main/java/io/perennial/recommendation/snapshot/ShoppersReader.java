package io.perennial.recommendation.snapshot;

import io.perennial.recommendation.history.History;
import io.perennial.recommendation.history.HistoryCodec;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** Reads what {@link ShoppersWriter} wrote, a shopper after the other. */
public final class ShoppersReader {

    private final Path file;

    public ShoppersReader(Path file) {
        this.file = file;
    }

    /** Takes a shopper: their history, and whether it may be used personally. */
    public interface Consumer {
        void accept(History history, boolean personal);
    }

    /**
     * Hands over each shopper, in the order of the file.
     *
     * @throws IllegalStateException on another format, a file cut short or a byte changed; some shoppers may have been handed over by then
     */
    public void forEach(Consumer consumer) {
        CRC32 checksum = new CRC32();
        try (DataInputStream in = new DataInputStream(
                new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file)), checksum))) {
            int format = in.readInt();
            if (format != ShoppersWriter.FORMAT) {
                throw new IllegalStateException(
                        "Shoppers of format %08x, this reads %08x".formatted(format, ShoppersWriter.FORMAT));
            }
            for (int length = in.readInt(); length != 0; length = in.readInt()) {
                boolean personal = in.readBoolean();
                byte[] bytes = in.readNBytes(Math.max(0, length));
                consumer.accept(HistoryCodec.read(bytes), personal);
            }
            long expected = checksum.getValue();
            if (in.readLong() != expected) {
                throw new IllegalStateException("Shoppers that do not add up to their checksum");
            }
        } catch (IOException e) {
            throw new IllegalStateException("Shoppers cut short", e);
        }
    }
}
