package io.perennial.common.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.CommerceEvent.OrderCompleted;
import io.perennial.common.event.CommerceEvent.ProductViewed;
import io.perennial.common.event.CommerceEvent.ProductsSearched;
import io.perennial.common.testkit.Events;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommerceEventTests {

    @Test
    void namesMatchInAnyCaseAndByTheirFirstVersion() {
        for (String name : List.of("Product Viewed", "product viewed", " PRODUCT VIEWED ", "Viewed Product")) {
            assertThat(parse(name, Map.of("product_id", "p1")))
                    .isInstanceOfSatisfying(
                            ProductViewed.class,
                            viewed -> assertThat(viewed.product().key()).isEqualTo("p1"));
        }
    }

    @Test
    void everyNameIsReadFromNoProperties() {
        for (CommerceEventName name : CommerceEventName.values()) {
            CommerceEvent event = parse(name.wire(), Map.of());
            assertThat(event == null)
                    .as("%s lacks what makes it one", name)
                    .isEqualTo(name.wire().startsWith("Order "));
        }
    }

    @Test
    void anythingElseIsCustom() {
        assertThat(parse("Quiz Finished", Map.of())).isNull();
        assertThat(CommerceEvent.of(Events.page("Product Viewed").by("u").build()))
                .isNull();
    }

    @Test
    void aSearchQueryMayBeWrapped() {
        assertThat(parse("Products Searched", Map.of("query", Map.of("query", "mug"))))
                .isEqualTo(new ProductsSearched("mug"));
    }

    @Test
    void revenueCountsAfterDiscountsAndWithoutShippingAndTax() {
        assertThat(counted(Map.of("revenue", "25.00", "total", 30))).isEqualByComparingTo("25.00");
        assertThat(counted(Map.of("subtotal", 22.5, "discount", 2.5, "total", 30)))
                .isEqualByComparingTo("20");
        assertThat(counted(Map.of("products", List.of(Map.of("price", "2.55", "quantity", 6), Map.of("price", 1)))))
                .isEqualByComparingTo("16.30");
        assertThat(counted(Map.of("total", 30, "shipping", 4, "tax", 1))).isEqualByComparingTo("25");
        assertThat(counted(Map.of())).isNull();
    }

    private static @Nullable BigDecimal counted(Map<String, Object> properties) {
        Attributes order = Attributes.of(properties).with("order_id", "o");
        OrderCompleted completed = (OrderCompleted) parse("Order Completed", order.asMap());
        return completed == null ? null : completed.amounts().counted(completed.products());
    }

    private static @Nullable CommerceEvent parse(String name, Map<String, ? extends @Nullable Object> properties) {
        Event event = Events.track(name).by("u").build();
        return CommerceEvent.of(
                event.toBuilder().properties(Attributes.of(properties)).build());
    }
}
