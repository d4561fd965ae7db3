package io.perennial.recommendation.popularity;

import io.perennial.recommendation.artefact.ArtefactReader;
import io.perennial.recommendation.popularity.PopularityModel.Popular;
import io.perennial.recommendation.product.ProductNumbers;
import java.io.ByteArrayOutputStream;
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
        ArtefactReader in = new ArtefactReader("A popularity model", bytes);
        in.requireFormat(FORMAT);
        int products = in.readCount(Short.BYTES + Double.BYTES + Long.BYTES);
        List<Popular> popular = new ArrayList<>(products);
        for (int i = 0; i < products; i++) {
            popular.add(new Popular(
                    ProductNumbers.shared(in.readText()), in.readDouble(), Instant.ofEpochMilli(in.readLong())));
        }
        return new PopularityModel(popular);
    }
}
