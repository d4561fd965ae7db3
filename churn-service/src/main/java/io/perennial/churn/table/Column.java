package io.perennial.churn.table;

import java.util.List;

/** A column with a meaning. */
sealed interface Column {

    String name();

    /** A measured quantity. */
    final class Numeric implements Column {

        private final String name;
        private final double[] values;

        Numeric(String name, double[] values) {
            this.name = name;
            this.values = values;
        }

        @Override
        public String name() {
            return name;
        }

        /** NaN is missing; not to be changed. */
        double[] values() {
            return values;
        }

        boolean integers() {
            for (double value : values) {
                if (!Double.isNaN(value) && value != Math.rint(value)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** One of some levels; a missing value is the level "". */
    final class Categorical implements Column {

        private final String name;
        private final int[] codes;
        private final List<String> levels;

        Categorical(String name, int[] codes, List<String> levels) {
            this.name = name;
            this.codes = codes;
            this.levels = levels;
        }

        @Override
        public String name() {
            return name;
        }

        /** Of each row the number of its level; not to be changed. */
        int[] codes() {
            return codes;
        }

        List<String> levels() {
            return levels;
        }
    }
}
