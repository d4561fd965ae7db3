package io.perennial.deploy.replay.table;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One record of a table: its fields as slices of bytes, turned into values only when asked for. */
public final class Row {

    // What Excel means by Latin-1; the two differ only where Latin-1 has control characters.
    private static final Charset LATIN = Charset.forName("windows-1252");
    private static final int EXACT_DIGITS = 18;

    byte[] bytes = new byte[0];
    int from;
    int to;
    int[] starts = new int[16];
    int[] ends = new int[16];
    boolean[] quoted = new boolean[16];
    int fields;
    long line;

    Row() {}

    /** The number of the record's first line in the file, counted from 1. */
    public long line() {
        return line;
    }

    /** The field without surrounding blanks and quotes; empty if there is nothing in it. */
    public String text(int field) {
        int start = starts[field];
        int end = ends[field];
        while (start < end && bytes[start] <= ' ' && bytes[start] >= 0) {
            start++;
        }
        while (end > start && bytes[end - 1] <= ' ' && bytes[end - 1] >= 0) {
            end--;
        }
        String text = decode(bytes, start, end);
        return quoted[field] ? text.replace("\"\"", "\"").strip() : text;
    }

    /** The field, or null where it is empty or says in one of the usual ways that there is no value. */
    public @Nullable String textOrNull(int field) {
        String text = field < 0 ? "" : text(field);
        return switch (text) {
            case "", "NULL", "null", "NaN", "nan", "NA", "None", "\\N" -> null;
            default -> text;
        };
    }

    /** The exact decimal number in the field, or null if it is none. */
    public @Nullable BigDecimal number(int field) {
        long unscaled = 0;
        int digits = 0;
        int scale = -1;
        int start = starts[field];
        boolean negative = start < ends[field] && bytes[start] == '-';
        for (int i = negative ? start + 1 : start; i < ends[field]; i++) {
            byte b = bytes[i];
            if (b >= '0' && b <= '9' && digits < EXACT_DIGITS) {
                unscaled = unscaled * 10 + (b - '0');
                digits++;
                scale += scale >= 0 ? 1 : 0;
            } else if (b == '.' && scale < 0) {
                scale = 0;
            } else {
                return numberAtLeisure(field);
            }
        }
        return digits == 0 ? null : BigDecimal.valueOf(negative ? -unscaled : unscaled, Math.max(0, scale));
    }

    /** An identifier that is a whole number, as such: {@code 17850}, {@code 17850.0} and {@code 1.785E4} are the same; null if it is none. */
    public @Nullable String wholeNumber(int field) {
        int digits = plainDigits(starts[field], ends[field]);
        if (digits > 0) {
            return decode(bytes, starts[field], starts[field] + digits);
        }
        BigDecimal number = number(field);
        if (number == null || number.signum() < 0) {
            return null;
        }
        try {
            return number.toBigIntegerExact().toString();
        } catch (ArithmeticException e) {
            return null;
        }
    }

    /** True if the field's bytes are those of {@code other}. */
    boolean holds(int field, byte[] other) {
        return Arrays.equals(bytes, starts[field], ends[field], other, 0, other.length);
    }

    byte[] bytes(int field) {
        return Arrays.copyOfRange(bytes, starts[field], ends[field]);
    }

    /** The whole record as it stands in the file. */
    public String raw() {
        return decode(bytes, from, to);
    }

    /** The length of the digits, where there is nothing else but perhaps a point and zeros; 0 where it takes a closer look. */
    private int plainDigits(int start, int end) {
        int point = start;
        while (point < end && bytes[point] >= '0' && bytes[point] <= '9') {
            point++;
        }
        for (int i = point; i < end; i++) {
            if (bytes[i] != (i == point ? '.' : '0')) {
                return 0;
            }
        }
        return point > start && bytes[start] != '0' ? point - start : 0;
    }

    private @Nullable BigDecimal numberAtLeisure(int field) {
        String text = text(field);
        // BigDecimal would take an exponent of any size, and printing it would then take for ever.
        if (text.length() > 40 || text.matches(".*[eE][+-]?\\d{3,}")) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    static String decode(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return decodeBeyondAscii(bytes, from, to);
            }
        }
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static String decodeBeyondAscii(byte[] bytes, int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, from, to - from, LATIN);
        }
    }
}
