package io.perennial.recommendation.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.perennial.common.event.Money;
import io.perennial.common.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.annotation.Secured;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The catalog over REST. */
@RestController
@RequestMapping("/v1/products")
class CatalogController {

    private final Catalog catalog;
    private final CatalogFeed feed;
    private final CatalogProperties properties;
    private final JsonMapper json;

    CatalogController(Catalog catalog, CatalogFeed feed, CatalogProperties properties, JsonMapper json) {
        this.catalog = catalog;
        this.feed = feed;
        this.properties = properties;
        this.json = json;
    }

    /** Takes rows as bytes: a type that refused a whole body over one row would fail the others. */
    @PutMapping
    @Secured("recommendations:write")
    CatalogFeed.Outcome put(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(properties.feedBytes() + 1);
        if (body.length > properties.feedBytes()) {
            throw Problem.badRequest(
                            "feed-too-large",
                            "at most %d bytes in one request; send the rest in another"
                                    .formatted(properties.feedBytes()))
                    .with("field", "products");
        }
        return feed.apply(rows(body));
    }

    @GetMapping("/{productId}")
    @Secured("recommendations:read")
    ProductAnswer get(@PathVariable String productId) {
        CatalogProduct product = ProductKey.usable(productId) ? catalog.now().find(productId) : null;
        if (product == null) {
            throw Problem.notFound(
                            "unknown-product",
                            "neither an event nor PUT /v1/products has named this product; check productId")
                    .with("field", "productId");
        }
        ProductContent content = catalog.content(productId);
        return ProductAnswer.of(product, content, catalog.priceOf(product));
    }

    private List<?> rows(byte[] body) {
        Object rows;
        try {
            rows = json.readValue(body, Object.class) instanceof Map<?, ?> object ? object.get("products") : null;
        } catch (JacksonException e) {
            throw Problem.badRequest(
                            "malformed-json",
                            "the body is no JSON object; send {\"products\": [{\"productId\": \"…\", …}]}")
                    .with("field", "products");
        }
        if (!(rows instanceof List<?> list)) {
            throw Problem.badRequest(
                            "products-missing",
                            "products must be an array; send {\"products\": [{\"productId\": \"…\"}]}")
                    .with("field", "products");
        }
        if (list.size() > properties.feedRows()) {
            throw Problem.badRequest(
                            "too-many-products",
                            "at most %d rows in one request, not %d; send the rest in another"
                                    .formatted(properties.feedRows(), list.size()))
                    .with("field", "products");
        }
        return list;
    }

    /** A product as the wire shows it; what is unknown is absent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProductAnswer(
            String productId,
            @Nullable String name,
            @Nullable String description,
            @Nullable String category,
            @Nullable String brand,
            @Nullable Money price,
            @Nullable BigDecimal margin,
            @Nullable String language,
            @Nullable Map<String, String> attributes,
            @Nullable String url,
            @Nullable String imageUrl,
            @Nullable Long stock,
            boolean available,
            boolean recommendable,
            boolean sellable) {

        static ProductAnswer of(CatalogProduct product, @Nullable ProductContent content, @Nullable Money price) {
            return new ProductAnswer(
                    product.productId(),
                    product.name(),
                    content == null ? null : content.description(),
                    product.category(),
                    product.brand(),
                    price,
                    product.margin(),
                    content == null ? null : content.language(),
                    content == null || content.attributes().isEmpty() ? null : content.attributes(),
                    product.url(),
                    product.imageUrl(),
                    product.stock(),
                    product.available(),
                    product.recommendable(),
                    product.sellable());
        }
    }
}
