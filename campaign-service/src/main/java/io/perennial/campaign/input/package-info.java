/** Reads JSON that a person wrote, wholly: every mistake is named with its field and its fix, not only the first. */
@NullMarked
package io.perennial.campaign.input;

import org.jspecify.annotations.NullMarked;
