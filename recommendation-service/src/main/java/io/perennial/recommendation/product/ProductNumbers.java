package io.perennial.recommendation.product;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A number for each product that a model or the catalog of this process knows: from 0 without gaps, the same for all of them, and never
 * taken back; about a hundred bytes each. An id of a request or of a history is looked up only, for anybody may send any. Thread-safe.
 */
public final class ProductNumbers {

    /** Of what has no number. */
    public static final int NONE = -1;

    private static final int FEWEST = 1_024;

    private static final Map<String, Integer> NUMBERS = new ConcurrentHashMap<>();
    private static volatile String[] ids = new String[FEWEST];

    private ProductNumbers() {}

    /** The number of an id, {@link #NONE} where it has none. */
    public static int find(String id) {
        return NUMBERS.getOrDefault(id, NONE);
    }

    /** The number of an id, which has one from now on. */
    public static int of(String id) {
        Integer known = NUMBERS.get(id);
        return known != null ? known : number(id);
    }

    /** The id of a number, the one text of it in the process. */
    public static String id(int number) {
        return ids[number];
    }

    /** The one text of an id, which has a number from now on. */
    public static String shared(String id) {
        return id(of(id));
    }

    private static synchronized int number(String id) {
        int next = NUMBERS.size();
        Integer known = NUMBERS.get(id);
        if (known != null) {
            return known;
        }
        String[] all = next < ids.length ? ids : Arrays.copyOf(ids, next * 2);
        all[next] = id;
        ids = all; // before the number can be found
        NUMBERS.put(id, next);
        return next;
    }
}
