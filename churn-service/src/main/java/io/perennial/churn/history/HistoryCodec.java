package io.perennial.churn.history;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A history as bytes and back. Compact, since the row is rewritten with every batch that touches the shopper: about 100
 * bytes an order, 3 an active hour. The same history gives the same bytes. The first byte is the version of the form.
 */
public final class HistoryCodec {

    private static final int VERSION = 2;
    /** Knew no discounts. */
    private static final int WITHOUT_DISCOUNTS = 1;

    private static final Activity[] ACTIVITIES = Activity.values();

    private HistoryCodec() {}

    public static byte[] write(ShopperHistory history) {
        history.bound();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            writeOrders(out, new TreeMap<>(history.orders()));
            writeRefunds(out, new TreeMap<>(history.refunds()));
            writeHours(out, history);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The history of the bytes.
     *
     * @throws IllegalArgumentException where they are of a later version
     */
    public static ShopperHistory read(byte[] bytes) {
        ShopperHistory history = new ShopperHistory();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int version = in.get();
        if (version != VERSION && version != WITHOUT_DISCOUNTS) {
            throw new IllegalArgumentException("a history of version " + version + ", known is up to " + VERSION);
        }
        readOrders(in, history, version != WITHOUT_DISCOUNTS);
        readRefunds(in, history);
        readHours(in, history);
        return history;
    }

    private static void writeOrders(DataOutputStream out, Map<String, OrderHistory> orders) throws IOException {
        Varint.write(out, orders.size());
        for (Map.Entry<String, OrderHistory> entry : orders.entrySet()) {
            OrderHistory order = entry.getValue();
            out.writeUTF(entry.getKey());
            Instant cancelledAt = order.cancelledAt();
            out.writeBoolean(cancelledAt != null);
            if (cancelledAt != null) {
                out.writeLong(cancelledAt.toEpochMilli());
            }
            Varint.write(out, order.versions().size());
            for (OrderVersion version : order.versions()) {
                out.writeLong(version.at().toEpochMilli());
                out.writeUTF(version.messageId());
                out.writeDouble(version.amount());
                out.writeDouble(version.discount());
                Varint.write(out, version.products());
                Varint.write(out, version.categories().size());
                for (int category : version.categories()) {
                    out.writeInt(category);
                }
            }
        }
    }

    private static void readOrders(ByteBuffer in, ShopperHistory history, boolean discounts) {
        for (long orders = Varint.read(in); orders > 0; orders--) {
            OrderHistory order = history.order(text(in));
            if (in.get() != 0) {
                order.cancel(Instant.ofEpochMilli(in.getLong()));
            }
            for (long versions = Varint.read(in); versions > 0; versions--) {
                Instant at = Instant.ofEpochMilli(in.getLong());
                String messageId = text(in);
                double amount = in.getDouble();
                double discount = discounts ? in.getDouble() : 0;
                int products = (int) Varint.read(in);
                Integer[] categories = new Integer[(int) Varint.read(in)];
                for (int i = 0; i < categories.length; i++) {
                    categories[i] = in.getInt();
                }
                order.add(new OrderVersion(at, messageId, amount, discount, products, List.of(categories)));
            }
        }
    }

    private static void writeRefunds(DataOutputStream out, Map<String, Refund> refunds) throws IOException {
        Varint.write(out, refunds.size());
        for (Map.Entry<String, Refund> entry : refunds.entrySet()) {
            Refund refund = entry.getValue();
            out.writeUTF(entry.getKey());
            out.writeLong(refund.at().toEpochMilli());
            out.writeUTF(refund.orderId());
            Double amount = refund.amount();
            out.writeBoolean(amount != null);
            if (amount != null) {
                out.writeDouble(amount);
            }
        }
    }

    private static void readRefunds(ByteBuffer in, ShopperHistory history) {
        for (long refunds = Varint.read(in); refunds > 0; refunds--) {
            String id = text(in);
            Instant at = Instant.ofEpochMilli(in.getLong());
            String orderId = text(in);
            history.refunded(id, new Refund(at, orderId, in.get() != 0 ? (Double) in.getDouble() : null));
        }
    }

    private static void writeHours(DataOutputStream out, ShopperHistory history) throws IOException {
        Varint.write(out, history.hours().size());
        long previous = 0;
        for (ActivityHour hour : history.hours()) {
            out.writeBoolean(hour.epochHour() < previous);
            Varint.write(out, Math.abs(hour.epochHour() - previous));
            previous = hour.epochHour();
            int kinds = 0;
            for (Activity kind : Activity.values()) {
                kinds |= hour.has(kind) ? 1 << kind.code() : 0;
            }
            Varint.write(out, kinds);
            for (Activity kind : Activity.values()) {
                if (hour.has(kind)) {
                    Varint.write(out, hour.millisOfHour(kind));
                }
            }
        }
    }

    private static void readHours(ByteBuffer in, ShopperHistory history) {
        long previous = 0;
        for (long hours = Varint.read(in); hours > 0; hours--) {
            boolean before = in.get() != 0;
            long step = Varint.read(in);
            previous += before ? -step : step;
            long kinds = Varint.read(in);
            for (Activity kind : ACTIVITIES) {
                if ((kinds & (1L << kind.code())) != 0) {
                    history.hour(previous).add(kind, (int) Varint.read(in));
                }
            }
        }
    }

    /** What {@link DataOutputStream#writeUTF} wrote; ids are plain ASCII but for a few. */
    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[2 + Short.toUnsignedInt(in.getShort(in.position()))];
        in.get(bytes);
        for (int i = 2; i < bytes.length; i++) {
            if (bytes[i] <= 0) {
                return modifiedUtf8(bytes);
            }
        }
        return new String(bytes, 2, bytes.length - 2, StandardCharsets.ISO_8859_1);
    }

    private static String modifiedUtf8(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return in.readUTF();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
