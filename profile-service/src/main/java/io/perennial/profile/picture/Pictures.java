package io.perennial.profile.picture;

import io.perennial.common.event.Event;
import io.perennial.common.identity.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The pictures of all identifiers: folds events into them and merges them into those of shoppers. */
@Component
@EnableConfigurationProperties(PictureSettings.class)
public class Pictures {

    private final PictureStore store;
    private final PictureSettings settings;

    Pictures(PictureStore store, PictureSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    /**
     * Takes in events, each to be seen once; whoever calls holds the lock of their identifiers.
     *
     * @return the pictures of the events' identifiers as they are now
     */
    public Map<Identifier, Picture> fold(List<Event> batch) {
        Map<Identifier, List<Event>> byIdentifier = new HashMap<>();
        for (Event event : batch) {
            byIdentifier
                    .computeIfAbsent(event.identifier(), first -> new ArrayList<>())
                    .add(event);
        }
        Map<Identifier, Picture> pictures = store.find(byIdentifier.keySet());
        byIdentifier.forEach((identifier, events) -> {
            Picture picture = pictures.computeIfAbsent(identifier, first -> settings.blank());
            events.forEach(picture::observe);
        });
        store.save(pictures);
        return pictures;
    }

    /** Those there are. */
    public Map<Identifier, Picture> of(Collection<Identifier> identifiers) {
        return store.find(identifiers);
    }

    /** Those there are, without affinities. */
    public Map<Identifier, Picture> outlinesOf(Collection<Identifier> identifiers) {
        return identifiers.isEmpty() ? Map.of() : store.findOutlines(identifiers);
    }

    /** The picture of the one shopper behind these identifiers; not to be changed. */
    public Picture merged(Map<Identifier, Picture> pictures) {
        return pictures.size() == 1 ? pictures.values().iterator().next() : Picture.merged(settings.blank(), pictures);
    }
}
