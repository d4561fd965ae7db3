/** Who is treated, with which variant, and who is held out: a pure function of salt and shopper. */
@NullMarked
package io.perennial.campaign.experiment;

import org.jspecify.annotations.NullMarked;
