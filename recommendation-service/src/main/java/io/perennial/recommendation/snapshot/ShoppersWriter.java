package io.perennial.recommendation.snapshot;

import io.perennial.recommendation.history.History;
import io.perennial.recommendation.history.HistoryCodec;
import io.perennial.recommendation.history.Interaction;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * Writes shoppers into a file as they come: format; of each the length of their history, whether it may be used personally, and the history
 * as it is stored; a zero; a checksum; big-endian. About twelve bytes an interaction; nothing in memory.
 */
public final class ShoppersWriter implements AutoCloseable {

    static final int FORMAT = 0x53_48_50_01;

    private final CRC32 checksum = new CRC32();
    private final DataOutputStream out;
    private int shoppers;
    private Instant oldest = Instant.MAX;
    private Instant newest = Instant.MIN;

    public ShoppersWriter(Path file) {
        try {
            out = new DataOutputStream(
                    new CheckedOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), checksum));
            out.writeInt(FORMAT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a shopper; one who did nothing is left out. */
    public void add(History history, boolean personal) {
        if (history.newestFirst().isEmpty()) {
            return;
        }
        shoppers++;
        newest = later(newest, history.newestFirst().getFirst());
        oldest = earlier(oldest, history.newestFirst().getLast());
        byte[] bytes = HistoryCodec.write(history);
        try {
            out.writeInt(bytes.length);
            out.writeBoolean(personal);
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many shoppers were written so far. */
    public int shoppers() {
        return shoppers;
    }

    /** The oldest interaction's time; {@link Instant#MAX} before the first shopper. */
    public Instant oldest() {
        return oldest;
    }

    /** The newest interaction's time; {@link Instant#MIN} before the first shopper. */
    public Instant newest() {
        return newest;
    }

    private static Instant later(Instant one, Interaction other) {
        return other.at().isAfter(one) ? other.at() : one;
    }

    private static Instant earlier(Instant one, Interaction other) {
        return other.at().isBefore(one) ? other.at() : one;
    }

    /** Ends the file; without this it is one that was cut short. */
    @Override
    public void close() {
        try (out) {
            out.writeInt(0);
            out.writeLong(checksum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
