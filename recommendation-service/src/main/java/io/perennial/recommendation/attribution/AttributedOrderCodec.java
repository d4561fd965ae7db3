package io.perennial.recommendation.attribution;

import io.perennial.recommendation.attribution.AttributedOrder.Amended;
import io.perennial.recommendation.attribution.AttributedOrder.Line;
import io.perennial.recommendation.attribution.AttributedOrder.Returned;
import io.perennial.recommendation.attribution.AttributedOrder.Said;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of an order: a version byte, marks, what was said of its lines (once where it was said once), its
 * amended amount and its refunds; numbers as text, for they are exact. About thirty bytes a line.
 */
final class AttributedOrderCodec {

    private static final int VERSION = 1;
    private static final int CANCELLED = 1;
    private static final int REFUNDED = 2;
    private static final int SAID_ONCE = 4;

    private AttributedOrderCodec() {}

    static byte[] write(AttributedOrder order) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            boolean once = order.latest().equals(order.named());
            out.writeByte(VERSION);
            out.writeByte((order.cancelled() ? CANCELLED : 0)
                    | (order.refundedWhole() ? REFUNDED : 0)
                    | (once ? SAID_ONCE : 0));
            write(out, order.named());
            if (!once) {
                write(out, order.latest());
            }
            out.writeUTF(order.amended().version());
            write(out, order.amended().amount());
            out.writeShort(order.refunds().size());
            for (String key : order.refunds().keySet()) {
                out.writeUTF(key);
                write(out, order.refunds().get(key));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalStateException on bytes that are no order */
    static AttributedOrder read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IllegalStateException("An order of unknown version " + version);
            }
            int marks = in.readByte();
            Said named = said(in);
            Said latest = (marks & SAID_ONCE) != 0 ? named : said(in);
            Amended amended = new Amended(in.readUTF(), number(in));
            SortedMap<String, List<Returned>> refunds = new TreeMap<>();
            for (int left = in.readShort(); left > 0; left--) {
                refunds.put(in.readUTF(), returned(in));
            }
            return new AttributedOrder(
                    named, latest, amended, (marks & CANCELLED) != 0, (marks & REFUNDED) != 0, refunds);
        } catch (IOException e) {
            throw new IllegalStateException("An order cut short", e);
        }
    }

    private static void write(DataOutputStream out, Said said) throws IOException {
        out.writeUTF(said.version());
        write(out, said.whole());
        out.writeShort(said.lines().size());
        for (Line line : said.lines()) {
            out.writeUTF(line.product());
            write(out, line.nonce());
            write(out, line.units());
            write(out, line.amount());
        }
    }

    private static Said said(DataInputStream in) throws IOException {
        String version = in.readUTF();
        Long whole = nonce(in);
        List<Line> lines = new ArrayList<>();
        for (int left = in.readShort(); left > 0; left--) {
            lines.add(new Line(in.readUTF(), nonce(in), number(in), number(in)));
        }
        return new Said(version, whole, List.copyOf(lines));
    }

    private static void write(DataOutputStream out, List<Returned> refund) throws IOException {
        out.writeShort(refund.size());
        for (Returned returned : refund) {
            out.writeUTF(returned.product());
            write(out, returned.units());
            out.writeBoolean(returned.amount() != null);
            if (returned.amount() != null) {
                write(out, returned.amount());
            }
        }
    }

    private static List<Returned> returned(DataInputStream in) throws IOException {
        List<Returned> refund = new ArrayList<>();
        for (int left = in.readShort(); left > 0; left--) {
            refund.add(new Returned(in.readUTF(), number(in), in.readBoolean() ? number(in) : null));
        }
        return List.copyOf(refund);
    }

    private static void write(DataOutputStream out, @Nullable Long nonce) throws IOException {
        out.writeBoolean(nonce != null);
        if (nonce != null) {
            out.writeLong(nonce);
        }
    }

    private static @Nullable Long nonce(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readLong() : null;
    }

    private static void write(DataOutputStream out, BigDecimal number) throws IOException {
        out.writeUTF(number.toString());
    }

    private static BigDecimal number(DataInputStream in) throws IOException {
        return new BigDecimal(in.readUTF());
    }
}
