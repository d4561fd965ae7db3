package io.perennial.ingest.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What no store and no reader downstream could take: text with U+0000 or half a surrogate pair, numbers whose digits
 * would fill the memory, and nesting without end.
 */
final class Hygiene {

    private static final int MAX_DEPTH = 32;

    /** Every IEEE double fits; 1e999999999 does not. */
    private static final int MAX_SCALE = 400;

    private record Fault(RejectionCode code, String path, String what) {

        Fault in(String parent) {
            return new Fault(code, path.isEmpty() || path.startsWith("[") ? parent + path : parent + '.' + path, what);
        }
    }

    private Hygiene() {}

    static void check(Map<String, ? extends @Nullable Object> message, Findings findings) {
        Fault fault = ofObject(message, 1);
        if (fault != null) {
            String path = fault.path().isEmpty() ? "the message" : Findings.quote(fault.path());
            findings.refuse(fault.code(), path + ' ' + fault.what());
        }
    }

    private static @Nullable Fault of(@Nullable Object value, int depth) {
        return switch (value) {
            case String text -> ofText(text);
            case BigDecimal number
            when Math.abs((long) number.scale()) > MAX_SCALE || number.precision() > MAX_SCALE ->
                new Fault(RejectionCode.NUMBER_OUT_OF_RANGE, "", "is beyond any number; send one of a sane size");
            case Map<?, ?> object -> ofObject(object, depth);
            case List<?> array -> ofArray(array, depth);
            case null, default -> null;
        };
    }

    private static @Nullable Fault ofObject(Map<?, ? extends @Nullable Object> object, int depth) {
        if (depth > MAX_DEPTH) {
            return tooDeep();
        }
        for (Map.Entry<?, ? extends @Nullable Object> entry : object.entrySet()) {
            String name = String.valueOf(entry.getKey());
            Fault ofName = ofText(name);
            if (ofName != null) {
                return ofName.in("a field name");
            }
            Fault fault = of(entry.getValue(), depth + 1);
            if (fault != null) {
                return fault.in(name);
            }
        }
        return null;
    }

    private static @Nullable Fault ofArray(List<? extends @Nullable Object> array, int depth) {
        if (depth > MAX_DEPTH) {
            return tooDeep();
        }
        for (int i = 0; i < array.size(); i++) {
            Fault fault = of(array.get(i), depth + 1);
            if (fault != null) {
                return fault.in("[" + i + "]");
            }
        }
        return null;
    }

    private static Fault tooDeep() {
        return new Fault(
                RejectionCode.NESTED_TOO_DEEP, "", "is nested deeper than " + MAX_DEPTH + " levels; flatten it");
    }

    private static @Nullable Fault ofText(String text) {
        int at = Texts.firstFault(text);
        if (at < 0) {
            return null;
        }
        String what = text.charAt(at) == 0
                ? "holds the character U+0000, which no database keeps; leave it out"
                : "holds half a surrogate pair; send whole characters";
        return new Fault(RejectionCode.TEXT_INVALID, "", what);
    }
}
