package io.perennial.deploy.replay.message;

/**
 * Picks a share of the shoppers by their id alone, so that the same ones are picked whatever the order they come in.
 *
 * @param share between 0 and 1
 */
public record SeededShare(double share, long seed) {

    public SeededShare {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share lies between 0 and 1, not at " + share);
        }
    }

    /** True for the picked ones. */
    public boolean holds(String id) {
        long hash = seed;
        for (int i = 0; i < id.length(); i++) {
            hash = mix(hash + id.charAt(i));
        }
        return (mix(hash) >>> 11) * 0x1p-53 < share;
    }

    // SplitMix64's finaliser (Steele, Lea, Flood 2014).
    private static long mix(long z) {
        long x = z + 0x9e3779b97f4a7c15L;
        x = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
        x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
        return x ^ (x >>> 31);
    }
}
