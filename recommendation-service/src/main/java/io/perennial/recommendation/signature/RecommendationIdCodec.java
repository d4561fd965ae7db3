package io.perennial.recommendation.signature;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a recommendation's id: nonce and time (8 each), propensity (8), number of models and 4 bytes each, then each
 * name as its length and UTF-8; experiment, arm and unit where there is an experiment, else, if something follows, an empty name;
 * then the number of items, and mark (2) and features (8) of each. About 50 bytes, and 10 an item.
 */
public final class RecommendationIdCodec {

    private static final int MOST_BYTES = 26
            + 4 * RecommendationId.MOST_MODELS
            + 4 * (1 + RecommendationId.MOST_BYTES)
            + 8
            + 10 * RecommendationId.MOST_ITEMS;

    private RecommendationIdCodec() {}

    public static byte[] write(RecommendationId id) {
        ByteBuffer out = ByteBuffer.allocate(MOST_BYTES);
        out.putLong(id.nonce()).putLong(id.issuedAt().toEpochMilli()).putDouble(id.propensity());
        out.put((byte) id.models().size());
        id.models().forEach(out::putInt);
        writeName(out, id.placement());
        writeName(out, id.strategy());
        Exposure exposure = id.exposure();
        if (exposure != null) {
            writeName(out, exposure.experiment());
            writeName(out, exposure.arm());
            out.putLong(exposure.unit());
        }
        if (!id.items().isEmpty()) {
            writeItems(out, id.items(), exposure == null);
        }
        byte[] bytes = new byte[out.flip().remaining()];
        out.get(bytes);
        return bytes;
    }

    /** Null where the bytes are no id; never throws. */
    public static @Nullable RecommendationId read(ByteBuffer in) {
        try {
            long nonce = in.getLong();
            Instant issuedAt = Instant.ofEpochMilli(in.getLong());
            double propensity = in.getDouble();
            int count = Byte.toUnsignedInt(in.get());
            List<Integer> models = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                models.add(in.getInt());
            }
            String placement = readName(in);
            String strategy = readName(in);
            Exposure exposure = in.hasRemaining() ? readExposure(in) : null;
            List<ShownItem> items = in.hasRemaining() ? readItems(in) : List.of();
            return in.hasRemaining()
                    ? null
                    : new RecommendationId(nonce, issuedAt, placement, strategy, models, propensity, exposure, items);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return null;
        }
    }

    private static void writeItems(ByteBuffer out, List<ShownItem> items, boolean afterNoExposure) {
        if (afterNoExposure) {
            out.put((byte) 0);
        }
        out.put((byte) items.size());
        items.forEach(item -> out.putShort(item.product()).putLong(item.features()));
    }

    private static List<ShownItem> readItems(ByteBuffer in) {
        int count = Byte.toUnsignedInt(in.get());
        List<ShownItem> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(new ShownItem(in.getShort(), in.getLong()));
        }
        return items;
    }

    private static @Nullable Exposure readExposure(ByteBuffer in) {
        String experiment = readName(in);
        return experiment.isEmpty() ? null : new Exposure(experiment, readName(in), in.getLong());
    }

    private static void writeName(ByteBuffer out, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        out.put((byte) bytes.length).put(bytes);
    }

    private static String readName(ByteBuffer in) {
        byte[] bytes = new byte[Byte.toUnsignedInt(in.get())];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
