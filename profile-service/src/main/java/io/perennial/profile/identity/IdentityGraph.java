package io.perennial.profile.identity;

import io.perennial.common.event.Event;
import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.stream.Outbox;
import io.perennial.common.stream.OutboxMessage;
import io.perennial.common.topic.IdentityState;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import io.perennial.common.web.Problem;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Which identifiers are one shopper. */
@Component
@EnableConfigurationProperties(IdentitySettings.class)
public class IdentityGraph {

    private static final TopicCodec<IdentityState> CODEC = TopicCodec.of(IdentityState.class);

    private final IdentityStore identities;
    private final LinkStore links;
    private final Outbox outbox;
    private final IdentitySettings settings;

    IdentityGraph(IdentityStore identities, LinkStore links, Outbox outbox, IdentitySettings settings) {
        this.identities = identities;
        this.links = links;
        this.outbox = outbox;
        this.settings = settings;
    }

    /**
     * Takes in the batch's identifiers and links and publishes who is new or moved. Holds the identifiers' locks until
     * the transaction ends; they are taken in the identifiers' order and before any profile's.
     *
     * @return the profiles the batch touches: those its identifiers belong to now, and those they left
     */
    public Set<ProfileId> fold(List<Event> batch) {
        Map<Identifier, Link> said = new TreeMap<>();
        Set<Identifier> named = new TreeSet<>();
        for (Event event : batch) {
            named.add(event.identifier());
            for (Link link : Link.madeBy(event)) {
                said.merge(link.anonymous(), link, Link::earlier);
                named.add(link.anonymous());
            }
        }
        Map<Identifier, ProfileId> profiles = identities.lock(named);
        Map<Identifier, Membership> news = new TreeMap<>();
        named.removeAll(profiles.keySet());
        if (!named.isEmpty()) {
            news.putAll(identities.add(named));
            profiles.putAll(identities.lock(named)); // also those another consumer has just added
        }
        Set<ProfileId> touched = new HashSet<>(profiles.values());
        for (Move move : moves(said)) {
            touched.add(move.from());
            touched.add(move.to());
            news.put(move.identifier(), identities.move(move));
        }
        outbox.publishAll(news.values().stream().map(IdentityGraph::message).toList());
        return touched;
    }

    private List<Move> moves(Map<Identifier, Link> said) {
        if (said.isEmpty()) {
            return List.of();
        }
        Map<Identifier, Link> held = links.find(said.keySet());
        Set<Identifier> concerned = new HashSet<>();
        said.values().removeIf(link -> {
            Link holder = held.get(link.anonymous());
            return holder != null && !link.stamp().isBefore(holder.stamp());
        });
        said.values().forEach(link -> {
            concerned.add(link.known());
            Link former = held.get(link.anonymous());
            if (former != null) {
                concerned.add(former.known());
            }
        });
        if (said.isEmpty()) {
            return List.of();
        }
        links.save(said.values());
        return links.misplaced(concerned, settings.mostAnonymousIds());
    }

    /** The identifiers of each profile; one whose identifiers all went elsewhere has none. */
    public Map<ProfileId, List<Identifier>> members(Collection<ProfileId> profiles) {
        return identities.members(profiles);
    }

    /** The identifier a profile goes by: its user id where it has one. */
    public Identifier leading(ProfileId profile) {
        List<Identifier> members = identities.members(List.of(profile)).getOrDefault(profile, List.of());
        return Collections.min(members);
    }

    /**
     * The profile a path names: by profile id (also one that has since become part of another), user id, anonymous id,
     * in that order, or as {@code kind:value}.
     *
     * @throws Problem 404 where nobody has that name
     */
    public ProfileId require(String pathId) {
        ProfileId found = identities.find(pathId);
        if (found == null) {
            throw Problem.notFound(
                    "profile-not-found",
                    "No event of \"" + pathId
                            + "\" has been seen; an id is a profileId, userId, anonymousId or kind:value");
        }
        return found;
    }

    private static OutboxMessage message(Membership membership) {
        String key = membership.identifier().toString();
        IdentityState state = new IdentityState(key, membership.profile().value(), membership.revision());
        return new OutboxMessage(Topics.IDENTITY, key, CODEC.write(state));
    }
}
