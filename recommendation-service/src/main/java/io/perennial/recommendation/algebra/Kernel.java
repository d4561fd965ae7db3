package io.perennial.recommendation.algebra;

/** The innermost loops of the algebra, where all the time goes. */
public sealed interface Kernel permits ScalarKernel, VectorKernel {

    /** What rows are padded to, so that no vector is cut short. */
    int WIDTH = 16;

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

    /** Adds factor · from[at …] to into[to …]; the length is a multiple of {@value #WIDTH}. */
    void addScaled(float factor, float[] from, int at, float[] into, int to, int length);

    /** The sum of one[at …] · other[to …]; the length is a multiple of {@value #WIDTH}. */
    float dot(float[] one, int at, float[] other, int to, int length);
}
