package io.perennial.profile.state;

import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.profile.consent.Consents;
import io.perennial.profile.consent.Statement;
import io.perennial.profile.identity.IdentityGraph;
import io.perennial.profile.order.Order;
import io.perennial.profile.order.OrderBook;
import io.perennial.profile.order.Purchases;
import io.perennial.profile.picture.Picture;
import io.perennial.profile.picture.Pictures;
import io.perennial.profile.rfm.Population;
import io.perennial.profile.rfm.Populations;
import io.perennial.profile.stage.StagePolicy;
import io.perennial.profile.stage.StageSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Puts profiles together from what is kept of their identifiers: five indexed reads, however many profiles. */
@Component
@EnableConfigurationProperties(StageSettings.class)
public class Profiles {

    private final IdentityGraph identities;
    private final Pictures pictures;
    private final OrderBook orders;
    private final Consents consents;
    private final Populations populations;
    private final StagePolicy stages;

    Profiles(
            IdentityGraph identities,
            Pictures pictures,
            OrderBook orders,
            Consents consents,
            Populations populations,
            StageSettings stages) {
        this.identities = identities;
        this.pictures = pictures;
        this.orders = orders;
        this.consents = consents;
        this.populations = populations;
        this.stages = new StagePolicy(stages);
    }

    /** The profiles as of a time; one that has no identifier (any more) is absent. */
    public Map<ProfileId, Profile> read(Collection<ProfileId> ids, Instant asOf) {
        Map<ProfileId, List<Identifier>> members = identities.members(ids);
        List<Identifier> all = all(members);
        return together(members, pictures.of(all), orders.of(all), asOf);
    }

    /**
     * The same without affinities, which nobody is told of.
     *
     * @param fresh what the caller has just folded, so that it is not read again
     */
    Map<ProfileId, Profile> readOutlines(Collection<ProfileId> ids, Fresh fresh, Instant asOf) {
        Map<ProfileId, List<Identifier>> members = identities.members(ids);
        List<Identifier> others = all(members);
        others.removeAll(fresh.pictures().keySet());
        Map<Identifier, Picture> pictureOf = new HashMap<>(pictures.outlinesOf(others));
        pictureOf.putAll(fresh.pictures());
        Map<Identifier, List<Order>> ordersOf = new HashMap<>(orders.of(others));
        ordersOf.putAll(fresh.orders());
        return together(members, pictureOf, ordersOf, asOf);
    }

    private static List<Identifier> all(Map<ProfileId, List<Identifier>> members) {
        return members.values().stream().flatMap(List::stream).collect(Collectors.toCollection(ArrayList::new));
    }

    private Map<ProfileId, Profile> together(
            Map<ProfileId, List<Identifier>> members,
            Map<Identifier, Picture> pictureOf,
            Map<Identifier, List<Order>> ordersOf,
            Instant asOf) {
        Map<Identifier, List<Statement>> statementsOf = consents.of(all(members));
        Population population = populations.latest();
        Map<ProfileId, Profile> profiles = HashMap.newHashMap(members.size());
        members.forEach((id, identifiers) -> {
            Map<Identifier, Picture> own = new HashMap<>();
            List<Order> bought = new ArrayList<>();
            List<Statement> stated = new ArrayList<>();
            for (Identifier identifier : identifiers) {
                Picture picture = pictureOf.get(identifier);
                if (picture != null) {
                    own.put(identifier, picture);
                }
                bought.addAll(ordersOf.getOrDefault(identifier, List.of()));
                stated.addAll(statementsOf.getOrDefault(identifier, List.of()));
            }
            Picture picture = pictures.merged(own);
            Purchases purchases = Purchases.of(bought);
            profiles.put(
                    id,
                    new Profile(
                            id,
                            identifiers.stream().sorted().toList(),
                            picture,
                            purchases,
                            Consents.holding(stated),
                            stages.of(identified(identifiers, picture), purchases, population.interval(), asOf),
                            population.score(purchases)));
        });
        return profiles;
    }

    private static boolean identified(List<Identifier> identifiers, Picture picture) {
        return identifiers.stream().anyMatch(identifier -> identifier.kind() == Identifier.Kind.USER_ID)
                || picture.personal().text("email") != null;
    }
}
