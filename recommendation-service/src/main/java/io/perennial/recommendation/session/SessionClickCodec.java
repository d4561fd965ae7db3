package io.perennial.recommendation.session;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A batch of clicks as bytes: version, count, then identifier, product and time of each. */
final class SessionClickCodec {

    private static final int VERSION = 1;

    private SessionClickCodec() {}

    static byte[] write(List<SessionClick> clicks) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(5 + 48 * clicks.size());
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeInt(clicks.size());
            for (SessionClick click : clicks) {
                out.writeUTF(click.identifier());
                out.writeUTF(click.productId());
                out.writeLong(click.at());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /** Throws IllegalStateException on bytes that are no such batch. */
    static List<SessionClick> read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                throw new IllegalStateException("Clicks of unknown version " + bytes[0]);
            }
            int count = in.readInt();
            List<SessionClick> clicks = new ArrayList<>(Math.clamp(count, 0, bytes.length));
            for (int i = 0; i < count; i++) {
                clicks.add(new SessionClick(in.readUTF(), in.readUTF(), in.readLong()));
            }
            return clicks;
        } catch (IOException e) {
            throw new IllegalStateException("Clicks cut short", e);
        }
    }
}
