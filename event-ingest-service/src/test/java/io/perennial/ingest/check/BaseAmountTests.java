package io.perennial.ingest.check;

import static io.perennial.ingest.check.Checks.accepted;
import static io.perennial.ingest.check.Checks.rejected;
import static io.perennial.ingest.check.Checks.track;
import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseAmountTests {

    @ParameterizedTest
    @CsvSource({
        "'{\"order_id\":\"o\",\"revenue\":10.50,\"total\":15}',10.50",
        "'{\"order_id\":\"o\",\"subtotal\":12,\"discount\":2,\"total\":15}',10",
        "'{\"order_id\":\"o\",\"products\":[{\"price\":2.55,\"quantity\":3},{\"price\":1}]}',8.65",
        "'{\"order_id\":\"o\",\"total\":15,\"shipping\":3,\"tax\":2}',10",
        "'{\"order_id\":\"o\",\"revenue\":0.1,\"currency\":\"gbp\"}',0.1"
    })
    void theShopsOwnCurrencyIsTakenExactly(String properties, String amount) {
        assertThat(accepted(track("Order Completed", properties)).base()).isEqualTo(Money.of(amount, "GBP"));
    }

    @Test
    void anotherCurrencyIsConvertedAtTheRateOfItsDay() {
        String order = "{\"order_id\":\"o\",\"revenue\":9.99,\"currency\":\"EUR\"}";
        assertThat(accepted(track("Order Completed", order)).base()).isEqualTo(Money.of("8.49", "GBP"));
        String earlier =
                track("Order Completed", order).replace("\"type\"", "\"timestamp\":\"2025-12-31T23:59:59Z\",\"type\"");
        assertThat(accepted(earlier).base()).isEqualTo(Money.of("8.99", "GBP"));
    }

    @Test
    void aCurrencyWithoutARateIsRefused() {
        Rejection rejection =
                rejected(track("Order Completed", "{\"order_id\":\"o\",\"revenue\":9.99,\"currency\":\"JPY\"}"));
        assertThat(rejection.code()).isEqualTo(RejectionCode.CURRENCY_WITHOUT_RATE);
        assertThat(rejection.detail()).contains("JPY", "GBP");
    }

    @Test
    void whatIsNoCurrencyIsRefused() {
        assertThat(rejected(track("Order Refunded", "{\"order_id\":\"o\",\"revenue\":9.99,\"currency\":\"pounds\"}"))
                        .code())
                .isEqualTo(RejectionCode.CURRENCY_UNKNOWN);
    }

    @Test
    void whatMovesNoMoneyHasNoBase() {
        assertThat(accepted(track("Product Viewed", "{\"product_id\":\"p\",\"price\":3}"))
                        .base())
                .isNull();
        assertThat(accepted(track("Order Cancelled", "{\"order_id\":\"o\"}")).base())
                .isNull();
    }
}
