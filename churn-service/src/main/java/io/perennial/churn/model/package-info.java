/** The portable linear model, its standardiser and provenance, and the registry of models of which one is published. */
@NullMarked
package io.perennial.churn.model;

import org.jspecify.annotations.NullMarked;
