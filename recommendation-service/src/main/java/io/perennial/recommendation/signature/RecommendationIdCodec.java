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
 * name as its length and UTF-8; experiment, arm and unit only where there is an experiment. About 50 bytes.
 */
public final class RecommendationIdCodec {

    private static final int MOST_BYTES =
            25 + 4 * RecommendationId.MOST_MODELS + 4 * (1 + RecommendationId.MOST_BYTES) + 8;

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
            Exposure exposure = in.hasRemaining() ? new Exposure(readName(in), readName(in), in.getLong()) : null;
            return in.hasRemaining()
                    ? null
                    : new RecommendationId(nonce, issuedAt, placement, strategy, models, propensity, exposure);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return null;
        }
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
