package io.perennial.recommendation.placement;

/**
 * How much each source of candidates counts in a placement (no unit; 0: not asked).
 *
 * @param blend the learnt sum of several models, of the history
 * @param neighbours products whose shoppers are the same, of the history and of what is looked at
 * @param session what others clicked next
 * @param basket what is bought together with what is looked at
 * @param content products alike by what is said of them, which needs nobody's behaviour
 * @param repurchase what the shopper has probably used up
 */
public record Sources(
        double blend, double neighbours, double session, double basket, double content, double repurchase) {

    public Sources {
        if (blend < 0 || neighbours < 0 || session < 0 || basket < 0 || content < 0 || repurchase < 0) {
            throw new IllegalArgumentException("sources must be numbers of at least 0");
        }
    }
}
