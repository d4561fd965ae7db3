package io.perennial.recommendation.linear;

import java.util.List;

/** What shapes one of the linear models. */
public sealed interface LinearParameters
        permits EaseParameters, SlitParameters, TransitionParameters, CoOccurrenceParameters {

    /** Which model, for a person and for provenance. */
    String model();

    /** Whether training inverts a dense matrix: cubic in the number of items. */
    boolean dense();

    /** The same with one parameter moved by one step, for a search; likelier gains first. */
    List<LinearParameters> nearby();
}
