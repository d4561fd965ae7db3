package io.perennial.churn.history;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A history as bytes and back. Compact, since the row is rewritten with every batch that touches the shopper: about 100
 * bytes an order, 3 an active hour. The same history gives the same bytes. The first byte is the version of the form.
 */
final class HistoryCodec {

    private static final int VERSION = 1;

    private HistoryCodec() {}

    static byte[] write(ShopperHistory history) {
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

    /** @throws IllegalArgumentException where the bytes are of another version */
    static ShopperHistory read(byte[] bytes) {
        ShopperHistory history = new ShopperHistory();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IllegalArgumentException("a history of version " + version + ", known is " + VERSION);
            }
            readOrders(in, history);
            readRefunds(in, history);
            readHours(in, history);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
                Varint.write(out, version.products());
                Varint.write(out, version.categories().size());
                for (int category : version.categories()) {
                    out.writeInt(category);
                }
            }
        }
    }

    private static void readOrders(DataInputStream in, ShopperHistory history) throws IOException {
        for (long orders = Varint.read(in); orders > 0; orders--) {
            OrderHistory order = history.order(in.readUTF());
            if (in.readBoolean()) {
                order.cancel(Instant.ofEpochMilli(in.readLong()));
            }
            for (long versions = Varint.read(in); versions > 0; versions--) {
                Instant at = Instant.ofEpochMilli(in.readLong());
                String messageId = in.readUTF();
                double amount = in.readDouble();
                int products = (int) Varint.read(in);
                List<Integer> categories = new ArrayList<>();
                for (long count = Varint.read(in); count > 0; count--) {
                    categories.add(in.readInt());
                }
                order.add(new OrderVersion(at, messageId, amount, products, List.copyOf(categories)));
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

    private static void readRefunds(DataInputStream in, ShopperHistory history) throws IOException {
        for (long refunds = Varint.read(in); refunds > 0; refunds--) {
            String id = in.readUTF();
            Instant at = Instant.ofEpochMilli(in.readLong());
            String orderId = in.readUTF();
            history.refunded(id, new Refund(at, orderId, in.readBoolean() ? (Double) in.readDouble() : null));
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

    private static void readHours(DataInputStream in, ShopperHistory history) throws IOException {
        long previous = 0;
        for (long hours = Varint.read(in); hours > 0; hours--) {
            boolean before = in.readBoolean();
            long step = Varint.read(in);
            previous += before ? -step : step;
            long kinds = Varint.read(in);
            for (Activity kind : Activity.values()) {
                if ((kinds & (1L << kind.code())) != 0) {
                    history.hour(previous).add(kind, (int) Varint.read(in));
                }
            }
        }
    }
}
