package io.perennial.profile.trait;

/** Which of two statements about the same trait holds. Each is a total order, so arrival does not matter. */
public enum Precedence {
    /** The later one. */
    LATEST {
        @Override
        boolean holds(Trait challenger, Trait holder) {
            return challenger.stamp().isAfter(holder.stamp());
        }
    },
    /**
     * For what names a known shopper: a server's statement beats a browser's; among servers the later, among browsers
     * the earlier holds. A public key may so give a missing address, but never change one.
     */
    GUARDED {
        @Override
        boolean holds(Trait challenger, Trait holder) {
            if (challenger.trusted() != holder.trusted()) {
                return challenger.trusted();
            }
            return challenger.trusted()
                    ? challenger.stamp().isAfter(holder.stamp())
                    : challenger.stamp().isBefore(holder.stamp());
        }
    };

    abstract boolean holds(Trait challenger, Trait holder);
}
