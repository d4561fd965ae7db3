package io.perennial.profile.identity;

import io.perennial.common.event.Event;
import io.perennial.common.event.EventType;
import io.perennial.common.identity.Identifier;
import io.perennial.profile.stamp.Stamp;
import java.util.ArrayList;
import java.util.List;

/** An event's word that an anonymous identifier is a known shopper; the earliest such word about it holds. */
record Link(Identifier anonymous, Identifier known, Stamp stamp) {

    /** The links an event makes: its own two ids, and what an alias says its user was called before. */
    static List<Link> madeBy(Event event) {
        String user = event.userId();
        if (user == null) {
            return List.of();
        }
        List<Link> links = new ArrayList<>(2);
        String anonymous = event.anonymousId();
        if (anonymous != null) {
            links.add(new Link(Identifier.anonymous(anonymous), Identifier.user(user), Stamp.of(event)));
        }
        String previous = event.previousId();
        if (previous != null && event.type() == EventType.ALIAS) {
            links.add(new Link(Identifier.anonymous(previous), Identifier.user(user), Stamp.of(event)));
        }
        return links;
    }

    Link earlier(Link other) {
        return other.stamp.isBefore(stamp) ? other : this;
    }
}
