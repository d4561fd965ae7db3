package io.perennial.ingest.publish;

import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Work in the database that collection can, if need be, do without. */
public final class Database {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final TransactionTemplate transaction;
    private final Presence database;

    Database(PlatformTransactionManager transactions, PublishProperties properties, Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.database = new Presence(clock, properties.pause());
    }

    public boolean isHere() {
        return database.isHere();
    }

    /** The work's result, committed; null where the database is away, and then nothing was done. */
    public <T> @Nullable T inTransaction(Supplier<T> work) {
        return attempt(() -> transaction.execute(status -> work.get()));
    }

    /** The query's result; null where the database is away. */
    public <T> @Nullable T query(Supplier<T> query) {
        return attempt(query);
    }

    private <T> @Nullable T attempt(Supplier<@Nullable T> work) {
        if (!database.mayTry()) {
            return null;
        }
        try {
            T result = work.get();
            database.here();
            return result;
        } catch (NonTransientDataAccessException e) {
            if (e instanceof NonTransientDataAccessResourceException) {
                away(e);
            } else {
                LOG.error("The database refused a statement; nothing was kept", e);
            }
        } catch (ConcurrencyFailureException e) {
            LOG.warn("Two transactions met; the client is to try again: {}", e.toString());
        } catch (DataAccessException | TransactionException e) {
            away(e);
        }
        return null;
    }

    private void away(RuntimeException e) {
        database.away();
        LOG.warn("The database is away: {}", e.toString());
    }
}
