package io.perennial.recommendation.content;

import io.perennial.recommendation.catalog.Catalog;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** This replica's content index, built anew from the catalog where that has changed; a swap is one reference. */
@Service
@EnableConfigurationProperties(ContentProperties.class)
public class Contents {

    private static final Logger LOG = LoggerFactory.getLogger(Contents.class);

    /** Rest for each time of building: a tenth of a core at most goes into it, however large the catalog. */
    private static final int RESTS = 9;

    private final Catalog catalog;
    private final ContentBounds bounds;
    private volatile ContentIndex index = ContentIndex.EMPTY;
    private String version = "";
    private long restedAt = Long.MIN_VALUE;

    Contents(Catalog catalog, ContentProperties properties) {
        this.catalog = catalog;
        this.bounds = properties.bounds();
    }

    /** The index of now; empty before the first is built. */
    public ContentIndex index() {
        return index;
    }

    @Scheduled(fixedDelayString = "${perennial.recommendation.content.refresh:30s}")
    synchronized void refresh() {
        long start = System.nanoTime();
        if (restedAt != Long.MIN_VALUE && start - restedAt < 0) {
            return;
        }
        String now = catalog.version();
        if (now.equals(version)) {
            return;
        }
        ContentIndexer indexer = new ContentIndexer(bounds);
        catalog.forEachContent(indexer::add);
        index = indexer.index();
        version = now;
        long took = System.nanoTime() - start;
        restedAt = start + took * (1 + RESTS);
        LOG.info(
                "{} products indexed by content in {} ms",
                index.products(),
                Duration.ofNanos(took).toMillis());
    }
}
