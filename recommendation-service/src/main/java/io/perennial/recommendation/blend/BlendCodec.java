package io.perennial.recommendation.blend;

import io.perennial.recommendation.algebra.SparseMatrix;
import io.perennial.recommendation.artefact.ArtefactReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A blend as bytes: format, counts, ids, trend, then each part's name, decay, share and rows; big-endian, with a checksum
 * of all of it at the end. The same model gives the same bytes.
 */
public final class BlendCodec {

    private static final int FORMAT = 0x42_4C_44_01;

    private BlendCodec() {}

    public static byte[] write(BlendModel model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            out.writeInt(model.products());
            out.writeInt(model.blend().parts().size());
            for (int item = 0; item < model.products(); item++) {
                out.writeUTF(model.item(item));
            }
            Trend trend = model.blend().trend();
            out.writeDouble(trend.power());
            out.writeDouble(trend.share());
            for (int item = 0; item < model.products(); item++) {
                out.writeFloat(trend.demand(item));
            }
            for (Part part : model.blend().parts()) {
                write(part, out);
            }
            out.flush();
            out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a model.
     *
     * @throws IllegalStateException on another format, bytes cut short, or a byte changed
     */
    public static BlendModel read(byte[] bytes) {
        ArtefactReader in = new ArtefactReader("A blend", bytes);
        in.requireFormat(FORMAT);
        int body = bytes.length - Integer.BYTES;
        if (body < 3 * Integer.BYTES || checksum(bytes, body) != last(bytes)) {
            throw new IllegalStateException("A blend cut short or changed");
        }
        int products = in.readCount(Short.BYTES + Float.BYTES);
        int parts = in.readInt();
        String[] items = in.readTexts(products);
        double power = in.readDouble();
        double share = in.readDouble();
        float[] demand = in.readFloats(products);
        List<Part> read = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            read.add(part(in, products));
        }
        return new BlendModel(items, new Blend(read, Trend.of(demand, power, share)));
    }

    private static void write(Part part, DataOutputStream out) throws IOException {
        out.writeUTF(part.name());
        out.writeDouble(part.decay());
        out.writeDouble(part.share());
        SparseMatrix weights = part.weights();
        for (int row = 0; row < weights.rows(); row++) {
            out.writeInt(weights.start(row + 1) - weights.start(row));
            for (int cell = weights.start(row); cell < weights.start(row + 1); cell++) {
                out.writeInt(weights.column(cell));
                out.writeFloat(weights.value(cell));
            }
        }
    }

    private static Part part(ArtefactReader in, int products) {
        String name = in.readText();
        double decay = in.readDouble();
        double share = in.readDouble();
        SparseMatrix.Builder weights = new SparseMatrix.Builder(products);
        for (int row = 0; row < products; row++) {
            for (int left = in.readInt(); left > 0; left--) {
                weights.add(in.readInt(), in.readFloat());
            }
            weights.endRow();
        }
        return new Part(name, weights.build(), decay, share);
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, 0, length);
        return (int) checksum.getValue();
    }

    private static int last(byte[] bytes) {
        return ByteBuffer.wrap(Arrays.copyOfRange(bytes, bytes.length - Integer.BYTES, bytes.length))
                .getInt();
    }
}
