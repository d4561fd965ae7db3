/** Orders of shoppers as the report needs them: who, when, how much. */
@NullMarked
package io.perennial.campaign.purchase;

import org.jspecify.annotations.NullMarked;
