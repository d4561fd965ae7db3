package io.perennial.ingest.check;

/** What text can be kept: no U+0000, which Postgres refuses, and no half of a surrogate pair, which UTF-8 has no bytes for. */
public final class Texts {

    private static final int NONE = -1;

    private Texts() {}

    /** The text with a question mark for each character that cannot be kept. */
    public static String storable(String text) {
        if (firstFault(text) == NONE) {
            return text;
        }
        StringBuilder storable = new StringBuilder(text);
        for (int at = firstFault(storable); at != NONE; at = firstFault(storable)) {
            storable.setCharAt(at, '?');
        }
        return storable.toString();
    }

    static boolean isStorable(String text) {
        return firstFault(text) == NONE;
    }

    /** The place of the first character that cannot be kept. */
    static int firstFault(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return i;
            }
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return i;
                }
                i++;
            }
        }
        return NONE;
    }
}
