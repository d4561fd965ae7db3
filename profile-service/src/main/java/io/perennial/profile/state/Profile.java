package io.perennial.profile.state;

import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.topic.ProfileState.Rfm;
import io.perennial.profile.consent.Purpose;
import io.perennial.profile.consent.Statement;
import io.perennial.profile.order.Purchases;
import io.perennial.profile.picture.Picture;
import io.perennial.profile.stage.StagePolicy.Standing;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One shopper, all identifiers together, as of some time.
 *
 * @param identifiers the leading one first
 * @param consents what was stated, by purpose
 */
public record Profile(
        ProfileId id,
        List<Identifier> identifiers,
        Picture picture,
        Purchases purchases,
        Map<Purpose, Statement> consents,
        Standing standing,
        @Nullable Rfm rfm) {

    /** Values of the identifiers of one kind. */
    public List<String> ids(Identifier.Kind kind) {
        return identifiers.stream()
                .filter(identifier -> identifier.kind() == kind)
                .map(Identifier::value)
                .toList();
    }
}
