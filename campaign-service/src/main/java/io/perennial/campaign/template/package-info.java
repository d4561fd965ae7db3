/** Texts of messages with placeholders, and how they are filled. */
@NullMarked
package io.perennial.campaign.template;

import org.jspecify.annotations.NullMarked;
