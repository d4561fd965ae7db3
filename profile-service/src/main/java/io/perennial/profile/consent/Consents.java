package io.perennial.profile.consent;

import io.perennial.common.event.Event;
import io.perennial.common.identity.Identifier;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What shoppers allow. */
@Component
public class Consents {

    /** A statement about an identifier. */
    record Key(Identifier identifier, Purpose purpose) {}

    private final ConsentStore store;

    Consents(ConsentStore store) {
        this.store = store;
    }

    /** Takes in what the events state. */
    public void fold(List<Event> batch) {
        Map<Key, Statement> made = new HashMap<>();
        for (Event event : batch) {
            for (Statement statement : Statement.madeBy(event)) {
                made.merge(new Key(event.identifier(), statement.purpose()), statement, Statement::later);
            }
        }
        if (!made.isEmpty()) {
            store.save(made);
        }
    }

    /** Takes in one statement about an identifier. */
    public void state(Identifier identifier, Statement statement) {
        store.save(Map.of(new Key(identifier, statement.purpose()), statement));
    }

    /** The holding statements by identifier, of those that have any. */
    public Map<Identifier, List<Statement>> of(Collection<Identifier> identifiers) {
        return store.find(identifiers);
    }

    /** Of all that was stated about a shopper what holds, by purpose; a purpose nobody spoke of is absent. */
    public static Map<Purpose, Statement> holding(Collection<Statement> statements) {
        Map<Purpose, Statement> holding = new EnumMap<>(Purpose.class);
        statements.forEach(statement -> holding.merge(statement.purpose(), statement, Statement::later));
        return holding;
    }
}
