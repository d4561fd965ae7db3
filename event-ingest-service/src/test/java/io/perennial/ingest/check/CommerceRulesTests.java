package io.perennial.ingest.check;

import static io.perennial.ingest.check.Checks.accepted;
import static io.perennial.ingest.check.Checks.rejected;
import static io.perennial.ingest.check.Checks.track;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommerceRulesTests {

    @ParameterizedTest
    @ValueSource(strings = {"Order Completed", "Completed Order", "order refunded", "Order Updated", "Order Cancelled"})
    void anOrderNeedsItsId(String name) {
        Rejection rejection = rejected(track(name, "{\"revenue\":10}"));
        assertThat(rejection.code()).isEqualTo(RejectionCode.ORDER_ID_MISSING);
        assertThat(rejection.detail()).contains("properties.order_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Product Viewed", "Viewed Product", "Product Added", "Product Reviewed"})
    void aProductEventNeedsItsProduct(String name) {
        assertThat(rejected(track(name, "{\"price\":10}")).code()).isEqualTo(RejectionCode.PRODUCT_ID_MISSING);
        assertThat(accepted(track(name, "{\"sku\":\"s\"}"))).isNotNull();
        assertThat(accepted(track(name, "{\"product_id\":7}"))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"order_id\":\"o\",\"revenue\":-1}',AMOUNT_NEGATIVE,properties.revenue",
        "'{\"order_id\":\"o\",\"total\":\"-0.01\"}',AMOUNT_NEGATIVE,properties.total",
        "'{\"order_id\":\"o\",\"tax\":\"much\"}',NUMBER_INVALID,properties.tax",
        "'{\"order_id\":\"o\",\"shipping\":{}}',NUMBER_INVALID,properties.shipping",
        "'{\"order_id\":\"o\",\"revenue\":true}',NUMBER_INVALID,properties.revenue",
        "'{\"order_id\":\"o\",\"revenue\":1e15}',NUMBER_OUT_OF_RANGE,properties.revenue",
        "'{\"order_id\":\"o\",\"products\":{}}',PRODUCTS_INVALID,properties.products",
        "'{\"order_id\":\"o\",\"products\":[{\"sku\":\"s\"},7]}',PRODUCTS_INVALID,properties.products[1]",
        "'{\"order_id\":\"o\",\"products\":[{},{\"quantity\":-2}]}',QUANTITY_NEGATIVE,properties.products[1].quantity",
        "'{\"order_id\":\"o\",\"products\":[{\"price\":-2}]}',AMOUNT_NEGATIVE,properties.products[0].price",
        "'{\"order_id\":\"o\",\"products\":[{\"quantity\":\"two\"}]}',NUMBER_INVALID,properties.products[0].quantity",
        "'{\"order_id\":\"o\",\"subtotal\":5,\"discount\":6}',AMOUNT_NEGATIVE,discount"
    })
    void aNumberThatCannotBeIsNamed(String properties, RejectionCode code, String field) {
        Rejection rejection = rejected(track("Order Completed", properties));
        assertThat(rejection.code()).isEqualTo(code);
        assertThat(rejection.detail()).contains(field);
    }

    @Test
    void numbersMayBeStringsZeroOrEmpty() {
        var event = accepted(track(
                "Order Completed",
                "{\"order_id\":77,\"tax\":\"\",\"products\":[{\"sku\":\"s\",\"price\":\"2.50\",\"quantity\":\"2\"},"
                        + "{\"sku\":\"free\",\"price\":0,\"quantity\":0}]}"));
        assertThat(event.base()).isNotNull();
        assertThat(event.base().amount()).isEqualByComparingTo("5.00");
    }

    @Test
    void aCustomEventsNumbersAreItsOwnBusiness() {
        assertThat(accepted(track("Temperature Read", "{\"value\":-40,\"price\":\"low\"}")))
                .isNotNull();
    }
}
