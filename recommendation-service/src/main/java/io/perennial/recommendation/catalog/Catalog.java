package io.perennial.recommendation.catalog;

import io.perennial.common.event.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the shop sells: the feed's word first, else what events told. */
@Service
@EnableConfigurationProperties(CatalogProperties.class)
public class Catalog {

    private static final int PAGE = 2_000;

    private final CatalogStore store;
    private final Currency currency;
    private final NeverRecommended neverRecommended;
    private final LearntCache cache;
    private final CatalogMemory memory;
    private final Clock clock;

    Catalog(CatalogStore store, CatalogProperties properties, Clock clock) {
        this.store = store;
        this.currency = properties.currency();
        this.neverRecommended = new NeverRecommended(properties.neverRecommended());
        this.cache = new LearntCache(properties.learntCache(), properties.unchangedRefresh());
        this.memory = new CatalogMemory(store::changes, neverRecommended);
        this.clock = clock;
    }

    /** A lesson to fill with events and give to {@link #learn}. */
    public CatalogLesson lesson() {
        return new CatalogLesson(currency.getCurrencyCode());
    }

    /** Takes over what is new, by one write or none; within the caller's transaction, better late than early in it. */
    public void learn(CatalogLesson lesson) {
        Map<String, LearntProduct> news = cache.news(lesson.products());
        if (news.isEmpty()) {
            return;
        }
        store.learn(news, clock.instant());
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    cache.committed(news);
                }
            });
        }
    }

    /** The catalog as it is committed now, so that stock counts at once on every replica; one query. */
    public Assortment now() {
        return asOf(store.catalogVersion());
    }

    /** The catalog at a version that was read of the database, or later; a query only where this replica lacks it. */
    public Assortment asOf(CatalogVersion version) {
        return memory.asOf(version);
    }

    /** What texts and attributes say of a product; null where it is not known. */
    public @Nullable ProductContent content(String productId) {
        return store.content(productId);
    }

    /** Hands over what texts and attributes say of every product, in pages by id, without what is never recommended. */
    public void forEachContent(Consumer<ProductContent> consumer) {
        String after = null;
        List<ProductContent> page = store.contents(after, PAGE);
        while (!page.isEmpty()) {
            for (ProductContent content : page) {
                if (!neverRecommended.matches(content.productId())) {
                    consumer.accept(content);
                }
            }
            after = page.getLast().productId();
            page = page.size() < PAGE ? List.of() : store.contents(after, PAGE);
        }
    }

    /** Another text as soon as a product is new or the feed has changed one. */
    public String version() {
        return store.version();
    }

    /** Whether an id stands for no product at all: postage, fees, adjustments. */
    public boolean neverRecommended(String productId) {
        return neverRecommended.matches(productId);
    }

    /** Whether an id stands for a product: for one thread that goes through many, each id is judged once. */
    public Predicate<String> products() {
        Map<String, Boolean> judged = new HashMap<>();
        return productId -> judged.computeIfAbsent(productId, id -> !neverRecommended.matches(id));
    }

    /** A product's price in the shop's currency, with as many digits as that has at least; null where unknown. */
    public @Nullable Money priceOf(CatalogProduct product) {
        BigDecimal price = product.price();
        return price == null
                ? null
                : new Money(price.setScale(Math.max(price.scale(), currency.getDefaultFractionDigits())), currency);
    }
}
