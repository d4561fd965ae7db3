package io.perennial.churn.training;

import io.perennial.churn.label.Target;
import io.perennial.churn.label.TimeSplit;
import io.perennial.common.identity.ProfileId;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** Reads what {@link TrainingDataWriter} wrote. */
final class TrainingDataReader {

    private TrainingDataReader() {}

    /** Throws IllegalStateException on another format, a file cut short or a byte changed. */
    static TrainingData read(Path file) {
        return read(file, true);
    }

    /** As {@link #read(Path)}, without the shoppers of the training: those to ask models about. */
    static TrainingData readEvaluation(Path file) {
        return read(file, false);
    }

    private static TrainingData read(Path file, boolean whole) {
        CRC32 checksum = new CRC32();
        try (DataInputStream in = new DataInputStream(
                new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file)), checksum))) {
            int format = in.readInt();
            if (format != TrainingDataWriter.FORMAT) {
                throw new IllegalStateException(
                        "Shoppers of format %08x, this reads %08x".formatted(format, TrainingDataWriter.FORMAT));
            }
            Target target = Target.valueOf(in.readUTF());
            TrainingData data = new TrainingData(target, split(in));
            readRows(in, data.windows(), target.features().columns().size(), whole);
            data.leaveOut(in.readInt());
            long expected = checksum.getValue();
            if (in.readLong() != expected) {
                throw new IllegalStateException("Shoppers that do not add up to their checksum");
            }
            return data;
        } catch (IOException | IndexOutOfBoundsException | DateTimeException | IllegalArgumentException e) {
            throw new IllegalStateException("Shoppers cut short or changed", e);
        }
    }

    private static TimeSplit split(DataInputStream in) throws IOException {
        List<Instant> training = new ArrayList<>();
        for (int left = in.readByte(); left > 0; left--) {
            training.add(Instant.parse(in.readUTF()));
        }
        return new TimeSplit(
                List.copyOf(training),
                Instant.parse(in.readUTF()),
                Duration.parse(in.readUTF()),
                Duration.parse(in.readUTF()));
    }

    private static void readRows(DataInputStream in, List<List<LabelledShopper>> windows, int columns, boolean whole)
            throws IOException {
        byte[] row = new byte[TrainingDataWriter.rowBytes(columns)];
        for (int window = in.readByte(); window > 0; window = in.readByte()) {
            in.readFully(row);
            if (whole || window == windows.size()) {
                windows.get(window - 1).add(shopper(ByteBuffer.wrap(row), columns));
            }
        }
    }

    private static LabelledShopper shopper(ByteBuffer row, int count) {
        ProfileId profile = new ProfileId(new UUID(row.getLong(), row.getLong()));
        boolean outcome = row.get() == 1;
        double weight = row.getDouble();
        double[] columns = new double[count];
        row.asDoubleBuffer().get(columns);
        return new LabelledShopper(profile, columns, outcome, weight);
    }
}
