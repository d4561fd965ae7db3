package io.perennial.churn.training;

import io.perennial.churn.label.Target;
import io.perennial.churn.label.TimeSplit;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * Writes labelled shoppers into a file as they come: format; target and time split as text; of each row its window (the training's
 * snapshots from 1, then the evaluation), profile id, whether it churned, weight and columns; a zero; how many rows treatments left
 * out; a checksum; big-endian. Eight bytes a number, to the bit.
 */
final class TrainingDataWriter implements AutoCloseable {

    static final int FORMAT = 0x43_48_52_02;

    private final CRC32 checksum = new CRC32();
    private final DataOutputStream out;
    private int treated;

    TrainingDataWriter(Path file, Target target, TimeSplit split) {
        try {
            out = new DataOutputStream(
                    new CheckedOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), checksum));
            out.writeInt(FORMAT);
            out.writeUTF(target.name());
            write(split);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds shoppers of the same time split; in which parts they come makes no difference to who trains. */
    void add(TrainingData shoppers) {
        treated += shoppers.treated();
        List<List<LabelledShopper>> windows = shoppers.windows();
        try {
            for (int window = 0; window < windows.size(); window++) {
                for (LabelledShopper shopper : windows.get(window)) {
                    out.writeByte(window + 1);
                    out.write(bytes(shopper));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the file; without this it is one that was cut short. */
    @Override
    public void close() {
        try (out) {
            out.writeByte(0);
            out.writeInt(treated);
            out.writeLong(checksum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(TimeSplit split) throws IOException {
        out.writeByte(split.training().size());
        for (Instant snapshot : split.training()) {
            out.writeUTF(snapshot.toString());
        }
        out.writeUTF(split.evaluation().toString());
        out.writeUTF(split.window().toString());
        out.writeUTF(split.horizon().toString());
    }

    /** How many bytes a row of so many columns takes. */
    static int rowBytes(int columns) {
        return 2 * Long.BYTES + 1 + Double.BYTES + columns * Double.BYTES;
    }

    private static byte[] bytes(LabelledShopper shopper) {
        ByteBuffer row = ByteBuffer.allocate(rowBytes(shopper.columns().length))
                .putLong(shopper.profileId().value().getMostSignificantBits())
                .putLong(shopper.profileId().value().getLeastSignificantBits())
                .put((byte) (shopper.outcome() ? 1 : 0))
                .putDouble(shopper.weight());
        for (double column : shopper.columns()) {
            row.putDouble(column);
        }
        return row.array();
    }
}
