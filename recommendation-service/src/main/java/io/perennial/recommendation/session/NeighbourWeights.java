package io.perennial.recommendation.session;

/** What a session most like the current one counts, and what each of its products does. */
public sealed interface NeighbourWeights {

    /** How many sessions most like the current one speak. */
    int neighbours();

    /** Of a click of the current session, so many steps before its last. */
    double ofClick(int stepsBack, int length);

    /** Of a similar session that is so many milliseconds old and has so many products. */
    double ofSession(long age, int products);

    /** Of a similar session whose newest common click lies so many steps back in the current one. */
    double ofMatch(int stepsBack);

    /** Of a product so many steps after the last common one in the similar session; before it where negative. */
    double ofDistance(int steps);

    /** Of a product's rareness, ln(sessions / sessions with it). */
    double ofRareness(double idf);

    /**
     * VS-kNN as VMIS-kNN computes it (Kersbergen et al. 2022): linear decays in the current session, rare products
     * count more, the age of a session only in which ones are compared.
     */
    record VmisKnn(int neighbours) implements NeighbourWeights {

        @Override
        public double ofClick(int stepsBack, int length) {
            return (double) (length - stepsBack) / length;
        }

        @Override
        public double ofSession(long age, int products) {
            return 1;
        }

        @Override
        public double ofMatch(int stepsBack) {
            return stepsBack < 10 ? 1 - 0.1 * stepsBack : 0;
        }

        @Override
        public double ofDistance(int steps) {
            return 1;
        }

        @Override
        public double ofRareness(double idf) {
            return idf;
        }
    }

    /**
     * V-STAN (Ludewig, Mauro, Latifi and Jannach, "Empirical analysis of session-based recommendation algorithms", 2020):
     * STAN (Garg, Gupta, Malhotra, Vig and Shroff, SIGIR 2019) with the weights of VS-kNN. All decays are exponential.
     *
     * @param clickSteps decay of the current session's clicks in the similarity, in steps
     * @param sessionDays decay of a similar session with its age, in days
     * @param matchSteps decay with the place of the newest common click in the current session, in steps
     * @param distanceSteps decay with the distance from the common click in the similar session, in steps
     * @param rareness how much a rare product counts more
     * @param before what a product clicked before the common one counts beside one after it; 1 in the paper
     */
    record VStan(
            int neighbours,
            double clickSteps,
            double sessionDays,
            double matchSteps,
            double distanceSteps,
            double rareness,
            double before)
            implements NeighbourWeights {

        private static final double DAY = 86_400_000;

        @Override
        public double ofClick(int stepsBack, int length) {
            return Math.exp(-stepsBack / clickSteps);
        }

        @Override
        public double ofSession(long age, int products) {
            return Math.exp(-Math.max(0, age) / (sessionDays * DAY)) / Math.sqrt(products);
        }

        @Override
        public double ofMatch(int stepsBack) {
            return Math.exp(-stepsBack / matchSteps);
        }

        @Override
        public double ofDistance(int steps) {
            return steps < 0 ? before * Math.exp(steps / distanceSteps) : Math.exp(-steps / distanceSteps);
        }

        @Override
        public double ofRareness(double idf) {
            return 1 + rareness * idf;
        }
    }
}
