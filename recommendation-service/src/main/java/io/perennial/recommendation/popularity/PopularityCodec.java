package io.perennial.recommendation.popularity;

import io.perennial.recommendation.popularity.PopularityModel.Popular;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A popularity model as bytes: format, count, then id, score and newest time of each product; big-endian. */
public final class PopularityCodec {

    private static final int FORMAT = 0x50_4F_50_01;

    private PopularityCodec() {}

    public static byte[] write(PopularityModel model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            out.writeInt(model.mostPopularFirst().size());
            for (Popular popular : model.mostPopularFirst()) {
                out.writeUTF(popular.productId());
                out.writeDouble(popular.score());
                out.writeLong(popular.newest().toEpochMilli());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a model.
     *
     * @throws IllegalStateException on another format or bytes cut short
     */
    public static PopularityModel read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int format = in.readInt();
            if (format != FORMAT) {
                throw new IllegalStateException(
                        "A popularity model of format %08x, this reads %08x".formatted(format, FORMAT));
            }
            int products = in.readInt();
            List<Popular> popular = new ArrayList<>(Math.max(0, Math.min(products, bytes.length)));
            for (int i = 0; i < products; i++) {
                popular.add(new Popular(in.readUTF(), in.readDouble(), Instant.ofEpochMilli(in.readLong())));
            }
            return new PopularityModel(popular);
        } catch (IOException e) {
            throw new IllegalStateException("A popularity model cut short", e);
        }
    }
}
