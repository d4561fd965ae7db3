package io.perennial.campaign.experiment;

/** What the draw gave a shopper; the propensity is the probability with which exactly this came out. */
public sealed interface Assignment {

    double propensity();

    /** The shopper is treated with a variant. */
    record Treated(String variant, double propensity) implements Assignment {}

    /** The shopper is left alone so that the treated have somebody to be compared with. */
    record HeldOut(double propensity) implements Assignment {}
}
