package io.perennial.churn.learning;

import java.util.ArrayList;
import java.util.List;

/** A binary tree of thresholds with a number at each leaf; node 0 is the root. */
final class Tree {

    private final List<Node> nodes = new ArrayList<>();

    /**
     * Goes left where the value is at most the threshold; a leaf has no column (-1).
     *
     * @param cover how many rows it was grown on, a row drawn twice counting twice; at least 1
     */
    record Node(int column, double threshold, boolean missingLeft, int left, int right, double value, int cover) {

        static Node leaf(double value, int cover) {
            return new Node(-1, 0, false, -1, -1, value, cover);
        }

        boolean isLeaf() {
            return column < 0;
        }

        boolean goesLeft(double value) {
            return Double.isNaN(value) ? missingLeft : value <= threshold;
        }
    }

    int add(Node node) {
        nodes.add(node);
        return nodes.size() - 1;
    }

    void set(int number, Node node) {
        nodes.set(number, node);
    }

    int size() {
        return nodes.size();
    }

    Node node(int number) {
        return nodes.get(number);
    }

    /** Every leaf's number times the factor. */
    void scale(double factor) {
        nodes.replaceAll(node -> new Node(
                node.column, node.threshold, node.missingLeft, node.left, node.right, node.value * factor, node.cover));
    }

    double value(double[] row) {
        Node node = nodes.getFirst();
        while (!node.isLeaf()) {
            node = nodes.get(node.goesLeft(row[node.column]) ? node.left : node.right);
        }
        return node.value;
    }

    /** The mean of its value over the rows it was grown on. */
    double expected() {
        double sum = 0;
        for (Node node : nodes) {
            sum += node.isLeaf() ? node.value * node.cover : 0;
        }
        return sum / nodes.getFirst().cover;
    }

    /** The most splits on a path. */
    int depth() {
        return depth(0);
    }

    private int depth(int number) {
        Node node = nodes.get(number);
        return node.isLeaf() ? 0 : 1 + Math.max(depth(node.left), depth(node.right));
    }
}
