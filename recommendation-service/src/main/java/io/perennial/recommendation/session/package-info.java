/** What comes next in a session: the sessions most like it (VMIS-kNN, V-STAN) and the steps taken from its last clicks. The index and the scorer are pure. */
@NullMarked
package io.perennial.recommendation.session;

import org.jspecify.annotations.NullMarked;
