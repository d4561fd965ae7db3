package io.perennial.recommendation.history;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a history: a version byte, the count, then for each interaction, newest first, its kind's code, the
 * milliseconds since the one before (the first: since 1970), and the product id's length and UTF-8 bytes; numbers are
 * variable-length. About twelve bytes an interaction.
 */
public final class HistoryCodec {

    private static final int VERSION = 1;
    private static final @Nullable InteractionKind[] KINDS = new @Nullable InteractionKind[256];

    static {
        for (InteractionKind kind : InteractionKind.values()) {
            KINDS[kind.code()] = kind;
        }
    }

    private HistoryCodec() {}

    public static byte[] write(History history) {
        ByteArrayOutputStream out =
                new ByteArrayOutputStream(16 + 12 * history.newestFirst().size());
        out.write(VERSION);
        writeNumber(out, history.newestFirst().size());
        long newer = 0;
        boolean first = true;
        for (Interaction interaction : history.newestFirst()) {
            long at = Math.max(0, interaction.at().toEpochMilli());
            out.write(interaction.kind().code());
            writeNumber(out, first ? at : newer - at);
            byte[] productId = interaction.productId().getBytes(StandardCharsets.UTF_8);
            writeNumber(out, productId.length);
            out.writeBytes(productId);
            newer = at;
            first = false;
        }
        return out.toByteArray();
    }

    /** Skips kinds of a newer version of this service; throws IllegalStateException on bytes that are no history. */
    public static History read(byte[] bytes) {
        Reader in = new Reader(bytes);
        if (in.octet() != VERSION) {
            throw new IllegalStateException("A history of unknown version " + bytes[0]);
        }
        int count = Math.toIntExact(in.number());
        List<Interaction> interactions = new ArrayList<>(Math.min(count, bytes.length));
        long at = 0;
        for (int i = 0; i < count; i++) {
            InteractionKind kind = KINDS[in.octet()];
            at = i == 0 ? in.number() : at - in.number();
            String productId = in.text(Math.toIntExact(in.number()));
            if (kind != null) {
                interactions.add(new Interaction(productId, kind, Instant.ofEpochMilli(at)));
            }
        }
        return History.ordered(interactions);
    }

    private static void writeNumber(ByteArrayOutputStream out, long number) {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    /** Walks over the bytes of a history. */
    private static final class Reader {

        private final byte[] bytes;
        private int position;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        int octet() {
            if (position >= bytes.length) {
                throw new IllegalStateException("A history cut short at byte " + position);
            }
            return bytes[position++] & 0xFF;
        }

        long number() {
            long number = 0;
            for (int shift = 0; shift < 64; shift += 7) {
                int octet = octet();
                number |= (long) (octet & 0x7F) << shift;
                if ((octet & 0x80) == 0) {
                    return number;
                }
            }
            throw new IllegalStateException("A history with a number too long at byte " + position);
        }

        String text(int length) {
            if (length < 0 || length > bytes.length - position) {
                throw new IllegalStateException("A history cut short at byte " + position);
            }
            String text = new String(bytes, position, length, StandardCharsets.UTF_8);
            position += length;
            return text;
        }
    }
}
