package io.perennial.churn.learning;

import java.util.ArrayList;
import java.util.List;

/** A binary tree of thresholds with a number at each leaf; node 0 is the root. */
final class Tree {

    private final List<Node> nodes = new ArrayList<>();

    /** Goes left where the value is at most the threshold; a leaf has no column (-1). */
    record Node(int column, double threshold, boolean missingLeft, int left, int right, double value) {

        static Node leaf(double value) {
            return new Node(-1, 0, false, -1, -1, value);
        }
    }

    int add(Node node) {
        nodes.add(node);
        return nodes.size() - 1;
    }

    void set(int number, Node node) {
        nodes.set(number, node);
    }

    /** Every leaf's number times the factor. */
    void scale(double factor) {
        nodes.replaceAll(node ->
                new Node(node.column, node.threshold, node.missingLeft, node.left, node.right, node.value * factor));
    }

    double value(double[] row) {
        Node node = nodes.getFirst();
        while (node.column >= 0) {
            double value = row[node.column];
            boolean left = Double.isNaN(value) ? node.missingLeft : value <= node.threshold;
            node = nodes.get(left ? node.left : node.right);
        }
        return node.value;
    }
}
