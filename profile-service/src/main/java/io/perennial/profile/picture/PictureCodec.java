package io.perennial.profile.picture;

import io.perennial.profile.affinity.Affinities;
import io.perennial.profile.affinity.Fading;
import io.perennial.profile.session.Sessions;
import io.perennial.profile.stamp.Stamp;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A picture but for its traits as compact bytes and back, in two parts; the first byte of each is the version of the form. */
final class PictureCodec {

    private static final int VERSION = 1;
    private static final long NEVER = Long.MIN_VALUE;

    private final Fading fading;
    private final long sessionGap;

    PictureCodec(PictureSettings settings) {
        this.fading = settings.fading();
        this.sessionGap = settings.sessionGap().toSeconds();
    }

    /** Times, counts and sessions. */
    byte[] writeOutline(Picture picture, GrowingBytes bytes) {
        return written(bytes, out -> {
            writeTally(picture.tally, out);
            writeSessions(picture.sessions, out);
        });
    }

    byte[] writeAffinities(Picture picture, GrowingBytes bytes) {
        return written(bytes, out -> {
            picture.categories.write(out);
            picture.brands.write(out);
            picture.products.write(out);
        });
    }

    /** A picture of both. */
    Picture read(byte[] outline, byte[] affinities) {
        try {
            DataInputStream in = opened(outline);
            DataInputStream interests = opened(affinities);
            return new Picture(
                    readTally(in),
                    Affinities.read(interests, fading),
                    Affinities.read(interests, fading),
                    Affinities.read(interests, fading),
                    readSessions(in));
        } catch (IOException e) {
            throw new UncheckedIOException("a picture's bytes end early or are damaged", e);
        }
    }

    /** A picture without its affinities: to look at, never to write back. */
    Picture readOutline(byte[] outline) {
        try {
            DataInputStream in = opened(outline);
            return new Picture(
                    readTally(in),
                    new Affinities(fading),
                    new Affinities(fading),
                    new Affinities(fading),
                    readSessions(in));
        } catch (IOException e) {
            throw new UncheckedIOException("a picture's bytes end early or are damaged", e);
        }
    }

    private static byte[] written(GrowingBytes bytes, Part part) {
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeByte(VERSION);
            part.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.take();
    }

    private static DataInputStream opened(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        int version = in.readUnsignedByte();
        if (version != VERSION) {
            throw new IllegalStateException("a picture of version " + version + "; this release reads " + VERSION);
        }
        return in;
    }

    /** Writes a part of a picture. */
    @FunctionalInterface
    private interface Part {
        void write(DataOutputStream out) throws IOException;
    }

    private static void writeTally(Tally tally, DataOutputStream out) throws IOException {
        writeInstant(tally.firstSeen, out);
        writeInstant(tally.lastSeen, out);
        writeNumber(tally.events, out);
        out.writeByte(tally.byKind.size());
        for (Map.Entry<String, Long> kind : tally.byKind.entrySet()) {
            out.writeUTF(kind.getKey());
            writeNumber(kind.getValue(), out);
        }
        Tally.Zone zone = tally.zone;
        out.writeBoolean(zone != null);
        if (zone != null) {
            out.writeUTF(zone.name());
            writeInstant(zone.stamp().at(), out);
            out.writeUTF(zone.stamp().messageId());
            out.writeUTF(zone.stamp().source());
        }
    }

    private static Tally readTally(DataInputStream in) throws IOException {
        Tally tally = new Tally();
        tally.firstSeen = readInstant(in);
        tally.lastSeen = readInstant(in);
        tally.events = readNumber(in);
        int kinds = in.readUnsignedByte();
        for (int i = 0; i < kinds; i++) {
            tally.counted(in.readUTF(), readNumber(in));
        }
        if (in.readBoolean()) {
            String name = in.readUTF();
            Instant at = readInstant(in);
            Stamp stamp = new Stamp(at == null ? Instant.EPOCH : at, in.readUTF(), in.readUTF());
            tally.zone(new Tally.Zone(name, stamp));
        }
        return tally;
    }

    /** Pauses and lengths instead of times: five bytes a visit. */
    private static void writeSessions(Sessions sessions, DataOutputStream out) throws IOException {
        List<Sessions.Session> all = sessions.asList();
        writeNumber(all.size(), out);
        long before = 0;
        for (Sessions.Session session : all) {
            writeNumber(session.start() - before, out);
            writeNumber(((session.end() - session.start()) << 1) | (session.ordered() ? 1 : 0), out);
            before = session.end();
        }
    }

    private Sessions readSessions(DataInputStream in) throws IOException {
        Sessions sessions = new Sessions(sessionGap);
        long count = readNumber(in);
        long before = 0;
        for (long i = 0; i < count; i++) {
            long start = before + readNumber(in);
            long length = readNumber(in);
            before = start + (length >>> 1);
            sessions.add(new Sessions.Session(start, before, (length & 1) == 1));
        }
        return sessions;
    }

    private static void writeInstant(@Nullable Instant instant, DataOutputStream out) throws IOException {
        out.writeLong(instant == null ? NEVER : instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000);
    }

    private static @Nullable Instant readInstant(DataInputStream in) throws IOException {
        long micros = in.readLong();
        return micros == NEVER
                ? null
                : Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
    }

    /** Seven bits a byte, least significant first. */
    private static void writeNumber(long number, DataOutputStream out) throws IOException {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            out.writeByte((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    private static long readNumber(DataInputStream in) throws IOException {
        long number = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int part = in.readUnsignedByte();
            number |= (long) (part & 0x7F) << shift;
            if ((part & 0x80) == 0) {
                return number;
            }
        }
        throw new IOException("a number longer than 64 bits");
    }
}
