package io.perennial.recommendation.algebra;

/** The innermost loop of the algebra: the product of two tiles, where all the time goes. */
public sealed interface Kernel permits ScalarKernel, VectorKernel {

    /**
     * The vector kernel where the JVM was started with {@code --add-modules jdk.incubator.vector}, else the scalar one; the
     * class that needs the module is not touched without it.
     */
    static Kernel best() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? new VectorKernel() : scalar();
    }

    /** Plain Java, which the JIT compiler may vectorise by itself. */
    static Kernel scalar() {
        return new ScalarKernel();
    }

    /** Which one runs, for a person. */
    String describe();

    /** How many columns of the right factor lie together when packed; divides the tile's side. */
    int panel();

    /**
     * Subtracts left · right from a tile.
     *
     * @param tile row by row
     * @param left row by row
     * @param right packed: panels of columns one after another, each row by row
     */
    void subtractProduct(float[] tile, float[] left, float[] right);

    /** Adds factor · from, all of it, to as many cells; the length is a multiple of 16. */
    void addScaled(float factor, float[] from, float[] into, int at);
}
