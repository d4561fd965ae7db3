package io.perennial.recommendation.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * The newest sessions, and for each product the newest sessions with it: the index of VMIS-kNN (Kersbergen, Sprangers
 * and Schelter, "Serenade: low-latency session-based recommendation in e-commerce at scale", SIGMOD 2022), kept
 * incrementally. A click costs constant time; the oldest session makes room for a new one. One writer and many readers.
 */
public final class SessionIndex {

    private static final int MOST_OPEN = 100_000;

    private final SessionBounds bounds;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> products = new ArrayList<>();
    private final List<Postings> postings = new ArrayList<>();
    /** The newest session of each owner lately seen; who is forgotten here begins another. */
    private final Map<Long, Integer> open = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
            return size() > MOST_OPEN;
        }
    };

    private final int[] @Nullable [] clicks;
    private final int[] lengths;
    private final int[] distinct;
    private final long[] newestAt;
    private final long[] owners;
    private int next;

    public SessionIndex(SessionBounds bounds) {
        this.bounds = bounds;
        this.clicks = new int[bounds.sessions()][];
        this.lengths = new int[bounds.sessions()];
        this.distinct = new int[bounds.sessions()];
        this.newestAt = new long[bounds.sessions()];
        this.owners = new long[bounds.sessions()];
    }

    /** Somebody's interest in a product; {@code at} in milliseconds since 1970. */
    public record Click(long owner, String productId, long at) {}

    /** Adds clicks; those of an owner are expected about in their order. */
    public void add(List<Click> news) {
        lock.writeLock().lock();
        try {
            news.forEach(this::add);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Empties the sessions of an owner. */
    public void forget(long owner) {
        lock.writeLock().lock();
        try {
            open.remove(owner);
            for (int session = 0; session < clicks.length; session++) {
                if (owners[session] == owner && clicks[session] != null) {
                    release(session);
                    lengths[session] = 0;
                }
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** How many sessions are held. */
    public int sessions() {
        return Math.min(next, clicks.length);
    }

    void beginReading() {
        lock.readLock().lock();
    }

    void endReading() {
        lock.readLock().unlock();
    }

    /** Negative for a product no session has. */
    int numberOf(String productId) {
        return numbers.getOrDefault(productId, -1);
    }

    String productOf(int number) {
        return products.get(number);
    }

    /** The newest sessions with the product, newest first: fills {@code into} and returns how many. */
    int sessionsWith(int product, int[] into) {
        return postings.get(product).newest(into, next - clicks.length, clicks.length);
    }

    /** The clicks of a session, oldest first, as far as {@link #lengthOf}; not to be changed. */
    int[] clicksOf(int session) {
        int[] found = clicks[session];
        return found == null ? new int[0] : found;
    }

    int lengthOf(int session) {
        return lengths[session];
    }

    int distinctOf(int session) {
        return distinct[session];
    }

    long newestAtOf(int session) {
        return newestAt[session];
    }

    /** How much it says that a session has the product: ln(sessions / sessions with it). */
    double idf(int product) {
        return Math.log((double) Math.max(1, sessions()) / Math.max(1, postings.get(product).sessions));
    }

    private void add(Click click) {
        Integer known = numbers.get(click.productId());
        if (known == null && products.size() >= bounds.products()) {
            return;
        }
        int product = known != null ? known : number(click.productId());
        Integer last = open.get(click.owner());
        int session = last != null
                        && Math.abs(click.at() - newestAt[last]) <= bounds.gap().toMillis()
                ? last
                : begin(click.owner());
        int[] all = clicksOf(session);
        int length = lengths[session];
        boolean again = contains(all, length, product);
        if (length == bounds.length()) {
            System.arraycopy(all, 1, all, 0, --length);
        } else if (length == all.length) {
            all = Arrays.copyOf(all, Math.min(bounds.length(), length * 2));
            clicks[session] = all;
        }
        all[length] = product;
        lengths[session] = length + 1;
        newestAt[session] = Math.max(newestAt[session], click.at());
        if (!again) {
            distinct[session]++;
            postings.get(product).add(numberOf(session));
        }
    }

    /** Sessions are numbered in the order of their beginning; a number's place is its remainder. */
    private int numberOf(int session) {
        int rounds = (next - 1 - session) / clicks.length;
        return session + rounds * clicks.length;
    }

    private int begin(long owner) {
        int session = next++ % clicks.length;
        if (clicks[session] != null) {
            release(session);
            open.remove(owners[session], session);
        }
        clicks[session] = new int[Math.min(4, bounds.length())];
        lengths[session] = 0;
        distinct[session] = 0;
        newestAt[session] = Long.MIN_VALUE;
        owners[session] = owner;
        open.put(owner, session);
        return session;
    }

    private void release(int session) {
        int[] all = clicksOf(session);
        for (int i = 0; i < lengths[session]; i++) {
            if (!contains(all, i, all[i])) {
                postings.get(all[i]).sessions--;
            }
        }
    }

    private int number(String productId) {
        int number = products.size();
        numbers.put(productId, number);
        products.add(productId);
        postings.add(new Postings(bounds.sessionsPerProduct()));
        return number;
    }

    private static boolean contains(int[] all, int length, int product) {
        for (int i = 0; i < length; i++) {
            if (all[i] == product) {
                return true;
            }
        }
        return false;
    }

    /** The numbers of a product's newest sessions in a ring, and how many of all sessions have it. */
    private static final class Postings {

        private final int most;
        private int[] ring = new int[4];
        private int added;
        private int sessions;

        Postings(int most) {
            this.most = most;
        }

        void add(int number) {
            if (added == ring.length && ring.length < most) {
                ring = Arrays.copyOf(ring, Math.min(most, ring.length * 2));
            }
            ring[added++ % ring.length] = number;
            sessions++;
        }

        /** Those whose number is at least {@code oldest}, newest first, as places. */
        int newest(int[] into, int oldest, int places) {
            int count = 0;
            for (int i = added - 1; i >= Math.max(0, added - ring.length) && count < into.length; i--) {
                int number = ring[i % ring.length];
                if (number >= oldest) {
                    into[count++] = number % places;
                }
            }
            return count;
        }
    }
}
