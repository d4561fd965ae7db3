package io.perennial.recommendation.algebra;

/** The cells of a dense row that are greatest by amount. */
final class HeaviestCells {

    private HeaviestCells() {}

    /** At most {@code most} of the cells that are not zero, by ascending column; among equals the lower column. */
    static SparseMatrix.Row of(float[] row, int length, int most) {
        float[] amounts = new float[length];
        int filled = 0;
        for (int i = 0; i < length; i++) {
            if (row[i] != 0) {
                amounts[filled++] = Math.abs(row[i]);
            }
        }
        int count = Math.min(most, filled);
        float floor = filled > most ? selected(amounts, filled, filled - most) : 0;
        int above = 0;
        for (int i = 0; i < filled; i++) {
            above += amounts[i] > floor ? 1 : 0;
        }
        int atFloor = count - above;
        int[] columns = new int[count];
        float[] values = new float[count];
        int at = 0;
        for (int i = 0; at < count; i++) {
            float amount = Math.abs(row[i]);
            if (amount > floor || (amount > 0 && amount == floor && atFloor-- > 0)) {
                columns[at] = i;
                values[at++] = row[i];
            }
        }
        return new SparseMatrix.Row(columns, values);
    }

    /** The amount that stands at a place when sorted (Hoare, "Algorithm 65: find", 1961); reorders the amounts. */
    private static float selected(float[] amounts, int length, int place) {
        int low = 0;
        int high = length - 1;
        while (low < high) {
            float pivot = amounts[(low + high) >>> 1];
            int left = low;
            int right = high;
            while (left <= right) {
                while (amounts[left] < pivot) {
                    left++;
                }
                while (amounts[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    float swap = amounts[left];
                    amounts[left++] = amounts[right];
                    amounts[right--] = swap;
                }
            }
            if (place <= right) {
                high = right;
            } else if (place >= left) {
                low = left;
            } else {
                return amounts[place];
            }
        }
        return amounts[place];
    }
}
